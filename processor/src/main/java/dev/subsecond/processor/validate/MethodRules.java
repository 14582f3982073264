package dev.subsecond.processor.validate;

import dev.subsecond.processor.model.Erasures;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.model.Owner;
import dev.subsecond.processor.model.StubNames;
import dev.subsecond.processor.report.Finding;
import dev.subsecond.processor.report.Problem;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What each hot method has to be by itself. */
final class MethodRules {

    private final Erasures erasures;

    MethodRules(Erasures erasures) {
        this.erasures = erasures;
    }

    /** Everything that is wrong with the method; usually nothing. */
    Stream<Finding> check(ExecutableElement method) {
        return Stream.of(isVisible(method), fitsAHandle(method), namesVisibleTypes(method), hasNoNativeNames(method))
                .flatMap(findings -> findings);
    }

    private Stream<Finding> isVisible(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.PRIVATE)
                ? Stream.of(finding(method, Problem.PRIVATE_METHOD, stub(method), widening(method)))
                : Stream.empty();
    }

    /** Members of interfaces know no visibility between private and public. */
    private static String widening(ExecutableElement method) {
        if (!Owner.of(method).getKind().isInterface()) {
            return "Make it package-private";
        }
        return method.getModifiers().contains(Modifier.STATIC)
                ? "Leave out private, so that it is public"
                : "Make it a default method";
    }

    private Stream<Finding> fitsAHandle(ExecutableElement method) {
        int parameters = method.getParameters().size();
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        int values = isStatic ? parameters : parameters + 1;
        String counted = isStatic ? values + " values" : values + " values, its receiver counted";
        return values > KnownNames.MOST_VALUES
                ? Stream.of(finding(method, Problem.TOO_MANY_VALUES, counted))
                : Stream.empty();
    }

    private Stream<Finding> namesVisibleTypes(ExecutableElement method) {
        return Visibility.hiddenFromPackage(method)
                .map(type -> finding(method, Problem.INACCESSIBLE_TYPE, type, stub(method)));
    }

    private Stream<Finding> hasNoNativeNames(ExecutableElement method) {
        boolean named = method.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().asElement() instanceof TypeElement type
                        && type.getQualifiedName().contentEquals(KnownNames.HOT))
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .anyMatch(value -> !"".equals(value.getValue()));
        return named ? Stream.of(finding(method, Problem.NOT_NATIVE)) : Stream.empty();
    }

    private Finding finding(ExecutableElement method, Problem problem, Object... further) {
        Object[] details = Stream.concat(Stream.of(erasures.describe(method)), Stream.of(further))
                .toArray();
        return Finding.on(method, KnownNames.HOT, problem, details);
    }

    private static String stub(ExecutableElement method) {
        return StubNames.of(Owner.of(method)).simpleName();
    }
}
