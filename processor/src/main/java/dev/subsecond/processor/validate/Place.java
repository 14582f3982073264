package dev.subsecond.processor.validate;

import dev.subsecond.processor.model.Owner;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Places where {@code @Hot} may be written but has no effect, each with its reason and the way out. */
enum Place {
    ANNOTATION_INTERFACE("an element of an annotation interface", "has no code to replace", "Remove @Hot here"),
    LOCAL_CLASS(
            "a method of a local or anonymous class",
            "has no stub, because nothing outside can name its class",
            "Mark the method around it, or move the code to a method of a named class"),
    ABSTRACT(
            "an abstract method",
            "has no code to replace",
            "Mark the methods that implement it, or a method that calls it"),
    NATIVE("a native method", "is not yet supported", "Mark a Java method that calls it");

    final String description;
    final String reason;
    final String wayOut;

    Place(String description, String reason, String wayOut) {
        this.description = description;
        this.reason = reason;
        this.wayOut = wayOut;
    }

    /** The unsupported place in which a method stands, if it is one that javac shows to processors. */
    static Optional<Place> of(ExecutableElement method) {
        if (Owner.of(method).getKind() == ElementKind.ANNOTATION_TYPE) {
            return Optional.of(ANNOTATION_INTERFACE);
        }
        if (method.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of(ABSTRACT);
        }
        return method.getModifiers().contains(Modifier.NATIVE) ? Optional.of(NATIVE) : Optional.empty();
    }
}
