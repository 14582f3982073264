package dev.subsecond.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Describes the stub class of a class whose hot methods passed validation. */
public final class ModelBuilder {

    private final Erasures erasures;

    public ModelBuilder(Erasures erasures) {
        this.erasures = erasures;
    }

    /** The description; {@code methods} are all hot methods of {@code owner}, in source order. */
    public HotClass build(TypeElement owner, List<ExecutableElement> methods) {
        NameTable names = new NameTable(erasures, methods);
        MethodBuilder builder = new MethodBuilder(owner, erasures);
        List<HotMethod> hotMethods = methods.stream()
                .map(method -> builder.build(method, names.names(method)))
                .toList();
        return new HotClass(owner, ClassName.get(owner), StubNames.of(owner), isPublic(owner, methods), hotMethods);
    }

    private static boolean isPublic(TypeElement owner, List<ExecutableElement> methods) {
        Stream<TypeElement> around = Stream.iterate(
                        (Element) owner, TypeElement.class::isInstance, Element::getEnclosingElement)
                .map(TypeElement.class::cast);
        return Stream.concat(around, methods.stream())
                .allMatch(element -> element.getModifiers().contains(Modifier.PUBLIC));
    }
}
