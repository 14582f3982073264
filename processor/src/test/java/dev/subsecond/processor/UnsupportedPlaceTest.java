package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code @Hot} where it would do nothing. */
final class UnsupportedPlaceTest {

    private static final String HEAD = "package app;\nimport dev.subsecond.annotations.*;\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @interface Game { @Hot int tick(); }                                | an element of an annotation interface: Game.tick() has no code to replace. Remove @Hot here.
            abstract class Game { @Hot abstract void tick(); }                  | an abstract method: Game.tick() has no code to replace. Mark the methods that implement it, or a method that calls it.
            interface Game { @Hot void tick(); }                                | an abstract method: Game.tick() has no code to replace.
            enum Game { ONE { void tick() {} }; @Hot abstract void tick(); }    | an abstract method: Game.tick() has no code to replace.
            class Game { @Hot(library = "physics") native void tick(); }        | a native method: Game.tick() is not yet supported. Mark a Java method that calls it.
            enum Game { ONE; @Hot static native void tick(); }                  | a native method: Game.tick() is not yet supported.
            """)
    void methodsWithoutJavaCodeAreRefused(String source, String message) {
        refuses(source, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an anonymous class                | class Game { Object o = new Object() { @Hot void tick() {} }; }
            a static method of it             | class Game { Object o = new Object() { @Hot static void tick() {} }; }
            a member class of it              | class Game { Object o = new Object() { class In { @Hot void tick() {} } }; }
            a local class                     | class Game { void m() { class Local { @Hot void tick() {} } } }
            a local record                    | class Game { void m() { record Local() { @Hot void tick() {} } } }
            a component of a local record     | class Game { void m() { record Local(@Hot int tick) {} } }
            a local interface                 | class Game { void m() { interface Local { @Hot default void tick() {} } } }
            a local enum                      | class Game { void m() { enum Local { ONE; @Hot void tick() {} } } }
            a class in a lambda               | class Game { Runnable r = () -> { class Local { @Hot void tick() {} } }; }
            a class in an initialiser         | class Game { static { class Local { @Hot void tick() {} } } }
            the body of an enum constant      | enum Game { ONE { @Hot void tick() {} } }
            a class in a switch expression    | class Game { int x = switch (hashCode()) { case 1: class Local { @Hot void tick() {} } yield 1; default: yield 2; }; }
            """)
    void localAndAnonymousClassesAreRefused(String place, String source) {
        refuses(
                source,
                "a method of a local or anonymous class: tick() has no stub, because nothing outside can name its"
                        + " class. Mark the method around it, or move the code to a method of a named class.");
    }

    @Test
    void localClassesAreFoundWithoutAnImport() {
        Compilation compilation = Javac.compile("""
                class Game {
                    Runnable r = new Runnable() {
                        @dev.subsecond.annotations.Hot public void run() {}
                    };
                }
                """);
        assertThat(compilation).hadErrorContaining("[UnsupportedPlace]");
    }

    @Test
    void anotherAnnotationCalledHotIsNotMeant() {
        Compilation compilation = Javac.compile("""
                class Game {
                    @interface Hot {}
                    Runnable r = new Runnable() {
                        @Hot public void run() {}
                    };
                    @Hot private void tick() {}
                }
                """);
        assertThat(compilation).succeededWithoutWarnings();
    }

    private static void refuses(String source, String message) {
        JavaFileObject game = Javac.file(HEAD + source);
        Compilation compilation = Javac.compiler(List.of()).compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[UnsupportedPlace] @Hot on " + message)
                .inFile(game)
                .onLineContaining("@Hot");
    }
}
