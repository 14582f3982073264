package dev.subsecond.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import java.util.List;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * Annotations that say what may be null, of whichever library. Stubs repeat them, so that a null checker sees through a
 * stub; all other annotations are about the method itself.
 */
final class Nullness {

    private static final Set<String> SIMPLE_NAMES =
            Set.of("CheckForNull", "NonNull", "Nonnull", "NotNull", "Nullable", "PolyNull");

    private Nullness() {}

    /** Those written on a type. */
    static List<AnnotationSpec> of(TypeMirror type) {
        return specs(type);
    }

    /** Those written on a method or parameter only, and not seen on its type as well. */
    static List<AnnotationSpec> of(Element declaration, TypeMirror type) {
        List<AnnotationSpec> onType = specs(type);
        return specs(declaration).stream()
                .filter(spec -> !onType.contains(spec))
                .toList();
    }

    private static List<AnnotationSpec> specs(AnnotatedConstruct construct) {
        return construct.getAnnotationMirrors().stream()
                .filter(Nullness::isKnown)
                .map(AnnotationSpec::get)
                .toList();
    }

    private static boolean isKnown(AnnotationMirror mirror) {
        return SIMPLE_NAMES.contains(
                mirror.getAnnotationType().asElement().getSimpleName().toString());
    }
}
