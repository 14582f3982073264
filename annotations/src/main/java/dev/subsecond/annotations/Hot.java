package dev.subsecond.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a hot function: one that is called through a generated stub and can be replaced while the program
 * runs.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hot {

    /** For native methods only: the library's name as JNA resolves it. */
    String library() default "";

    /** For native methods only: the symbol in that library; empty stands for the method's own name. */
    String symbol() default "";
}
