package dev.subsecond.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * One problem at one place.
 *
 * @param problem what it is
 * @param message the whole sentence, token first
 * @param element where it is; null when it concerns no element, as a wrong option does
 * @param annotation the annotation on {@code element} that an editor should underline, if one is to blame
 */
public record Finding(
        Problem problem,
        String message,
        @Nullable Element element,
        @Nullable AnnotationMirror annotation) {

    /** A finding that concerns no element in particular. */
    public static Finding of(Problem problem, Object... details) {
        return new Finding(problem, problem.message(details), null, null);
    }

    /** A finding on an element, and on the annotation of that type if the element carries it. */
    public static Finding on(Element element, String annotationName, Problem problem, Object... details) {
        return new Finding(problem, problem.message(details), element, mirror(element, annotationName));
    }

    private static @Nullable AnnotationMirror mirror(Element element, String annotationName) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isOf(mirror, annotationName))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(AnnotationMirror mirror, String annotationName) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals(annotationName);
    }
}
