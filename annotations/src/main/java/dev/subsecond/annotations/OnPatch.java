package dev.subsecond.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that is told of each patch, so that it can bring the program's state in line with the new code:
 *
 * <pre>{@code
 * @OnPatch
 * private static void refill(PatchEvent event) { … }
 * }</pre>
 *
 * <p>The method is static, returns {@code void}, has no type parameters and one parameter,
 * {@code dev.subsecond.runtime.PatchEvent}. It may stand in any class, interface, record or enum but a local or anonymous one, may
 * have any visibility, private included, and may declare exceptions. Anything else is a compile error,
 * {@code [OnPatchMethod]}.
 *
 * <p>The runtime calls it once for every patch and every rollback that was committed, with the new code already in force: by the
 * thread that applied the patch, after the handlers of {@code Subsecond.registerHandler} that have no executor, and before that thread
 * goes on. Several such methods are called in the order of their classes' names, and within a class as they stand in the source.
 * The call initialises the method's class if nothing has done so before. What the method throws is reported and stops
 * nothing: the patch stays and the other methods are called.
 *
 * <p>Other threads of the program run meanwhile, and may apply the next patch and call the method for that one, so state that
 * threads share needs the care that it always needs. While Subsecond is off no patch is applied, so the method is never called.
 *
 * <p>The annotation is kept in class files, where the dev server reads it, and is not visible to reflection.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnPatch {}
