package dev.subsecond.processor.model;

import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The class around a method. */
public final class Owner {

    private Owner() {}

    /** The class that declares the method; every method has one. */
    public static TypeElement of(ExecutableElement method) {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    }
}
