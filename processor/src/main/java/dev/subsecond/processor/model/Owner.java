package dev.subsecond.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/** The class around a method. */
public final class Owner {

    private Owner() {}

    /** The class that declares the method; every method has one. */
    public static TypeElement of(ExecutableElement method) {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    }

    /**
     * The type parameters in the type of a method's receiver, outermost first: those of its class and, where that is an inner
     * class, of the classes around it. A static method has no receiver and so none of them.
     */
    static List<TypeParameterElement> typeParameters(ExecutableElement method) {
        List<TypeParameterElement> parameters = new ArrayList<>();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return parameters;
        }
        TypeElement around = of(method);
        parameters.addAll(around.getTypeParameters());
        while (isInner(around)) {
            around = (TypeElement) Objects.requireNonNull(around.getEnclosingElement());
            parameters.addAll(0, around.getTypeParameters());
        }
        return parameters;
    }

    /** Whether objects of a member class have an outer object. */
    private static boolean isInner(TypeElement type) {
        return type.getNestingKind() == NestingKind.MEMBER
                && !type.getModifiers().contains(Modifier.STATIC);
    }
}
