package dev.subsecond.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a hot function: one that is called through a generated stub, has a handle, and can be replaced while
 * the program runs.
 *
 * <p>For a class {@code app.Game} with hot methods, Subsecond's annotation processor writes {@code app.GameHot}
 * ({@code Outer_InnerHot} for a nested class). It has two methods for each hot one:
 *
 * <pre>{@code
 * final class Game {
 *     @Hot
 *     void tick(World world) { … }
 * }
 *
 * GameHot.tick(game, world);                           // the stub: same signature, receiver first
 * HotFn2<Game, World, Void> handle = GameHot.tick();   // the handle: call it, ask for its pointer, pin a version
 * }</pre>
 *
 * <p>A stub always runs the newest code of its method. Parameters and results pass as they are declared: primitives are not boxed,
 * type parameters and their bounds are kept, and so is the {@code throws} clause; an exception leaves the stub as
 * the method threw it. A stub is as safe for use by several threads as its method is. While Subsecond is off, which is the
 * default, a stub is a plain call of its method that the JIT compiler folds away: nothing is linked, loaded or started.
 * Calling the method directly is always allowed. Under {@code serve} such calls run the newest code too; in a program that
 * was started otherwise they keep the code the program began with.
 *
 * <p>The method may be static or not, of any visibility but private, and stand in a class, record, enum or interface, at the top
 * level or nested: static and inner member classes, generic ones, and static and default methods of interfaces, all
 * alike. The stub of an inner class's method has the type parameters of the classes around it too:
 * {@code tick(Outer<T>.Inner<U> self)}. The stub class is as visible as the narrowest of the class, the classes around it
 * and its hot methods. On a component of a record the annotation marks the accessor. A call through the stub chooses the method by its receiver, as any call does: where a subclass overrides
 * it, the override runs.
 *
 * <p>The method has a body and takes up to nine values, its receiver included. The types it mentions are visible in its package.
 * Local and anonymous classes, which no stub could name, have no hot methods. What does not fit is a compile error whose
 * bracketed token, such as {@code [PrivateMethod]}, has a page in the project's {@code docs/diagnostics}.
 *
 * <p>The annotation is kept in class files, where the dev server reads it, and is not visible to reflection. It is not
 * inherited: a method that overrides a hot one is hot only if it says so itself.
 *
 * @apiNote Without the processor no stub is written, and javac reports {@code GameHot} as a missing symbol. Since JDK 23
 *     javac runs processors only when told where they are; {@code docs/annotation-processing.md} shows set-ups that work with
 *     every JDK.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hot {

    /**
     * The native library that holds the function's code, named as JNA resolves it: {@code "physics"} for
     * {@code libphysics.so}, {@code libphysics.dylib} or {@code physics.dll}. For native methods only; anywhere else a value is
     * a compile error.
     *
     * @return the library's name, or the empty string for a method with a Java body
     */
    String library() default "";

    /**
     * The function's symbol in {@link #library()}. For native methods only; anywhere else a value is a compile error.
     *
     * @return the symbol, or the empty string for the method's own name
     */
    String symbol() default "";
}
