package dev.subsecond.processor.validate;

import dev.subsecond.processor.model.Owner;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Places where {@code @Hot} may be written but has no effect, each with its reason and the way out. */
enum Place {
    ANNOTATION_INTERFACE("an element of an annotation interface", "has no code to replace", "Remove @Hot here"),
    INTERFACE(
            "a method of an interface",
            "is in a place that is not yet supported",
            "Mark a method of a class that it calls, or of a class that implements it"),
    RECORD(
            "a method of a record",
            "is in a place that is not yet supported",
            "Mark a method of a class that it calls, or that calls it"),
    ENUM(
            "a method of an enum",
            "is in a place that is not yet supported",
            "Mark a method of a class that it calls, or that calls it"),
    INNER_CLASS(
            "a method of an inner class",
            "is in a place that is not yet supported",
            "Make the class static, or mark a method of the class around it"),
    LOCAL_CLASS(
            "a method of a local or anonymous class",
            "has no stub, because nothing outside can name its class",
            "Mark the method around it, or move the code to a method of a named class"),
    ABSTRACT("an abstract method", "has no code to replace", "Mark the methods that implement it"),
    NATIVE("a native method", "is in a place that is not yet supported", "Mark a Java method that calls it");

    final String description;
    final String reason;
    final String wayOut;

    Place(String description, String reason, String wayOut) {
        this.description = description;
        this.reason = reason;
        this.wayOut = wayOut;
    }

    /** The unsupported place in which a method stands, if it is one. */
    static Optional<Place> of(ExecutableElement method) {
        return ofClass(Owner.of(method))
                .or(() -> only(method.getModifiers().contains(Modifier.ABSTRACT), ABSTRACT))
                .or(() -> only(method.getModifiers().contains(Modifier.NATIVE), NATIVE));
    }

    private static Optional<Place> ofClass(TypeElement owner) {
        return switch (owner.getKind()) {
            case ANNOTATION_TYPE -> Optional.of(ANNOTATION_INTERFACE);
            case INTERFACE -> Optional.of(INTERFACE);
            case RECORD -> Optional.of(RECORD);
            case ENUM -> Optional.of(ENUM);
            default -> only(isInner(owner), INNER_CLASS);
        };
    }

    private static boolean isInner(TypeElement owner) {
        return owner.getNestingKind() != NestingKind.TOP_LEVEL
                && !owner.getModifiers().contains(Modifier.STATIC);
    }

    private static Optional<Place> only(boolean applies, Place place) {
        return applies ? Optional.of(place) : Optional.empty();
    }
}
