package dev.subsecond.processor;

import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.model.MentionedTypes;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** The hot methods of one class, as javac sees them in this round. */
record HotMethods(List<ExecutableElement> inSourceOrder) {

    HotMethods {
        inSourceOrder = List.copyOf(inSourceOrder);
    }

    static HotMethods of(TypeElement owner) {
        return new HotMethods(ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(HotMethods::isHot)
                .toList());
    }

    /** Whether a stub would have to name a type that does not exist, or not yet. */
    boolean mentionUnresolvedTypes() {
        return inSourceOrder.stream()
                .flatMap(method -> MentionedTypes.of(method).stream())
                .anyMatch(type -> type.getKind() == TypeKind.ERROR);
    }

    private static boolean isHot(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().asElement())
                .anyMatch(annotation -> annotation instanceof TypeElement type
                        && type.getQualifiedName().contentEquals(KnownNames.HOT));
    }
}
