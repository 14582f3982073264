package dev.subsecond.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Types as they stand in descriptors. */
public final class Erasures {

    private final Types types;

    public Erasures(Types types) {
        this.types = types;
    }

    /** The type without type arguments, annotations and variables. */
    TypeName name(TypeMirror type) {
        return TypeName.get(types.erasure(type));
    }

    /** The type as people call it: without package, enclosing classes and type arguments. */
    public String simpleName(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        if (erased instanceof ArrayType array) {
            return simpleName(array.getComponentType()) + "[]";
        }
        if (erased instanceof DeclaredType declared) {
            return declared.asElement().getSimpleName().toString();
        }
        return TypeName.get(erased).toString();
    }

    /** The method as people call it: {@code Game.tick(World)}. */
    public String describe(ExecutableElement method) {
        String parameters = method.getParameters().stream()
                .map(parameter -> simpleName(parameter.asType()))
                .collect(Collectors.joining(", "));
        String owner = String.join(".", ClassName.get(Owner.of(method)).simpleNames());
        return owner + "." + method.getSimpleName() + "(" + parameters + ")";
    }

    /**
     * Name and parameters of a method's stub, so that two methods with equal texts cannot both have one: an instance method's
     * receiver counts.
     */
    public String stubSignature(ExecutableElement method) {
        Stream<TypeMirror> receiver = method.getModifiers().contains(Modifier.STATIC)
                ? Stream.empty()
                : Stream.of(Owner.of(method).asType());
        Stream<TypeMirror> parameters = method.getParameters().stream().map(parameter -> parameter.asType());
        List<String> values = Stream.concat(receiver, parameters)
                .map(type -> name(type).toString())
                .toList();
        return method.getSimpleName() + "(" + String.join(", ", values) + ")";
    }

    /** All that a stub is linked by, except the class: methods of one class with equal texts have equal targets. */
    String linkage(ExecutableElement method) {
        String kind = method.getModifiers().contains(Modifier.STATIC) ? "static " : "";
        return kind + name(method.getReturnType()) + " " + stubSignature(method);
    }
}
