package dev.subsecond.processor.validate;

import dev.subsecond.processor.model.Erasures;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.report.Finding;
import dev.subsecond.processor.report.Problem;
import dev.subsecond.processor.report.Report;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What a method with {@code @OnPatch} has to be, so that the runtime can call it; nothing is generated for it. */
public final class OnPatchRules {

    private final Erasures erasures;

    public OnPatchRules(Erasures erasures) {
        this.erasures = erasures;
    }

    /** Everything that is wrong with the method; usually nothing. */
    public Report check(ExecutableElement method) {
        return Report.of(
                Stream.of(isStatic(method), returnsNothing(method), isNotGeneric(method), takesTheEvent(method))
                        .flatMap(findings -> findings));
    }

    /** The finding on a method of a local or anonymous class, whose element is not known. */
    static Finding inLocalClass(String method) {
        return Finding.of(
                Problem.ON_PATCH_METHOD,
                method,
                "is in a local or anonymous class, which cannot be found by name",
                "Move it to a class that is not inside a method");
    }

    private Stream<Finding> isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                ? Stream.empty()
                : Stream.of(finding(method, "is not static", "Make it static"));
    }

    private Stream<Finding> returnsNothing(ExecutableElement method) {
        TypeMirror result = method.getReturnType();
        return result.getKind() == TypeKind.VOID
                ? Stream.empty()
                : Stream.of(finding(method, "returns " + erasures.simpleName(result), "Make it void"));
    }

    private Stream<Finding> isNotGeneric(ExecutableElement method) {
        return method.getTypeParameters().isEmpty()
                ? Stream.empty()
                : Stream.of(finding(method, "has type parameters", "Remove them"));
    }

    private Stream<Finding> takesTheEvent(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        if (parameters.size() == 1 && isEvent(parameters.get(0).asType())) {
            return Stream.empty();
        }
        String what = parameters.isEmpty() ? "takes nothing" : "takes something else";
        return Stream.of(finding(method, what, "Give it the one parameter \"PatchEvent event\""));
    }

    /** A missing class of that name is left to javac, which says where it looked. */
    private static boolean isEvent(TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
            return false;
        }
        return type.getKind() == TypeKind.ERROR
                ? element.getSimpleName().contentEquals(KnownNames.PATCH_EVENT.simpleName())
                : element.getQualifiedName().contentEquals(KnownNames.PATCH_EVENT.canonicalName());
    }

    private Finding finding(ExecutableElement method, String fault, String wayOut) {
        return Finding.on(
                method, KnownNames.ON_PATCH, Problem.ON_PATCH_METHOD, erasures.describe(method), fault, wayOut);
    }
}
