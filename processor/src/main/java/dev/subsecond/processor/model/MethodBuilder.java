package dev.subsecond.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.subsecond.processor.model.HotMethod.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;

/** Describes the hot methods of one class. */
final class MethodBuilder {

    /** What the stub repeats, because its callers depend on it as the method's callers do. */
    private static final Set<String> REPEATED = Set.of("java.lang.Deprecated", "java.lang.SafeVarargs");

    private final TypeElement owner;
    private final Erasures erasures;

    MethodBuilder(TypeElement owner, Erasures erasures) {
        this.owner = owner;
        this.erasures = erasures;
    }

    HotMethod build(ExecutableElement method, MemberNames names) {
        List<TypeParameterElement> classTypes = Owner.typeParameters(method);
        StubTypes types = new StubTypes(renamed(classTypes, method.getTypeParameters()));
        List<ParameterSpec> parameters = parameters(method, types);
        Optional<ParameterSpec> receiver = receiver(method, parameters, types);
        Signature signature = signature(method, classTypes, types);
        return new HotMethod(method, receiver, parameters, signature, annotations(method), names);
    }

    /** The innermost type parameter of a name keeps it; those that it hides get others. */
    private Map<Element, String> renamed(
            List<TypeParameterElement> classTypes, List<? extends TypeParameterElement> ownTypes) {
        List<TypeParameterElement> innermostFirst = new ArrayList<>(classTypes);
        Collections.reverse(innermostFirst);
        Set<String> taken = FreeNames.reserved(owner);
        Map<Element, String> renamed = new HashMap<>();
        Stream.concat(ownTypes.stream(), innermostFirst.stream())
                .forEach(parameter -> renamed.put(parameter, take(parameter, taken)));
        return renamed;
    }

    private static String take(Element element, Set<String> taken) {
        String name = FreeNames.free(element.getSimpleName().toString(), taken);
        taken.add(name);
        return name;
    }

    private List<ParameterSpec> parameters(ExecutableElement method, StubTypes types) {
        Set<String> taken = FreeNames.reserved(owner);
        List<ParameterSpec> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            parameters.add(ParameterSpec.builder(types.name(parameter.asType()), take(parameter, taken))
                    .addAnnotations(Nullness.of(parameter, parameter.asType()))
                    .build());
        }
        return parameters;
    }

    private Optional<ParameterSpec> receiver(
            ExecutableElement method, List<ParameterSpec> parameters, StubTypes types) {
        if (isStatic(method)) {
            return Optional.empty();
        }
        List<String> taken = parameters.stream().map(ParameterSpec::name).toList();
        TypeName type = types.name(owner.asType());
        return Optional.of(
                ParameterSpec.builder(type, FreeNames.free("self", taken)).build());
    }

    private Signature signature(ExecutableElement method, List<TypeParameterElement> classTypes, StubTypes types) {
        List<TypeVariableName> ofClass = types.declarations(classTypes);
        List<TypeName> erasedParameters = method.getParameters().stream()
                .map(parameter -> erasures.name(parameter.asType()))
                .toList();
        return new Signature(
                ofClass,
                types.declarations(method.getTypeParameters()),
                types.name(method.getReturnType()),
                types.names(method.getThrownTypes()),
                erasedParameters,
                erasures.name(method.getReturnType()));
    }

    private static List<AnnotationSpec> annotations(ExecutableElement method) {
        Stream<AnnotationSpec> repeated = method.getAnnotationMirrors().stream()
                .filter(MethodBuilder::isRepeated)
                .map(AnnotationSpec::get);
        return Stream.concat(repeated, Nullness.of(method, method.getReturnType()).stream())
                .toList();
    }

    private static boolean isRepeated(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                && REPEATED.contains(type.getQualifiedName().toString());
    }

    private static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }
}
