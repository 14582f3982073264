package dev.subsecond.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that is told of each committed patch, so that it can bring the program's state in line with the new code:
 *
 * <pre>{@code
 * @OnPatch
 * static void refill(PatchEvent event) { … }
 * }</pre>
 *
 * <p>The method is static, returns {@code void} and has one parameter, {@code dev.subsecond.runtime.PatchEvent}.
 *
 * <p>This version does not call such methods yet, and its processor therefore refuses the annotation with
 * {@code [OnPatchUnsupported]} rather than let it do nothing. {@code Subsecond.registerHandler} does the same work today.
 *
 * <p>The annotation is kept in class files and is not visible to reflection.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnPatch {}
