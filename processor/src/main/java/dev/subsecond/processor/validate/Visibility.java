package dev.subsecond.processor.validate;

import dev.subsecond.processor.model.MentionedTypes;
import dev.subsecond.processor.model.Owner;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Whether a stub, another class of the hot method's package, can name what the method names. */
final class Visibility {

    private Visibility() {}

    /** Qualified names of the types that a hot method mentions, its own class included, and its stub cannot name. */
    static Stream<String> hiddenFromPackage(ExecutableElement method) {
        PackageElement home = packageOf(method);
        Set<Element> mentioned = new LinkedHashSet<>();
        mentioned.add(Owner.of(method));
        MentionedTypes.of(method).stream().map(DeclaredType::asElement).forEach(mentioned::add);
        return mentioned.stream()
                .filter(type -> !isVisible(type, home))
                .map(type -> ((TypeElement) type).getQualifiedName().toString());
    }

    /** A nested class is as visible as the narrowest of itself and the classes around it. */
    private static boolean isVisible(Element type, PackageElement from) {
        boolean samePackage = packageOf(type).equals(from);
        return Stream.iterate(type, Visibility::isClass, Element::getEnclosingElement)
                .map(Element::getModifiers)
                .allMatch(modifiers ->
                        samePackage ? !modifiers.contains(Modifier.PRIVATE) : modifiers.contains(Modifier.PUBLIC));
    }

    private static boolean isClass(Element element) {
        return element.getKind().isClass() || element.getKind().isInterface();
    }

    private static PackageElement packageOf(Element element) {
        Element around = element;
        while (around.getKind() != ElementKind.PACKAGE) {
            around = Objects.requireNonNull(around.getEnclosingElement());
        }
        return (PackageElement) around;
    }
}
