package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * The shape of generated source, in a few examples to look at. Whether it works is for the other tests: a golden that changes is a
 * question, not an error.
 */
final class GoldenTest {

    private static final String HEAD = "package app;\n\nimport dev.subsecond.annotations.Hot;\n\n";

    @Test
    void instanceAndStatic(TestInfo test) throws IOException {
        check(test, Javac.compile(HEAD + """
                public class Game {
                    @Hot public void tick(String world, int... steps) throws java.io.IOException {}
                    @Hot public static long now() { return 0; }
                }
                """));
    }

    @Test
    void genericAndOverloaded(TestInfo test) throws IOException {
        check(test, Javac.compile(HEAD + """
                class Game<T extends Comparable<T>> {
                    @Hot <T> T pick(java.util.List<T> from) { return from.get(0); }
                    @Hot static int pick(int[] from) { return from[0]; }
                }
                """));
    }

    @Test
    void interfaceMethods(TestInfo test) throws IOException {
        check(test, Javac.compile(HEAD + """
                public interface Game<T> {
                    @Hot default void tick(T world) {}
                    @Hot static <T> Game<T> start() { return new Game<>() {}; }
                }
                """));
    }

    @Test
    void innerOfGeneric(TestInfo test) throws IOException {
        check(test, "app.Game_InnerHot", Javac.compile(HEAD + """
                class Game<T> {
                    class Inner<U extends Comparable<U>> {
                        @Hot <T> T pick(T from, U key) { return from; }
                    }
                }
                """));
    }

    @Test
    void release(TestInfo test) throws IOException {
        check(test, Javac.compile(List.of("-Asubsecond.release=true"), HEAD + """
                public class Game {
                    @Hot public void tick(String world) {}
                    @Hot public static long now() { return 0; }
                }
                """));
    }

    private static void check(TestInfo test, Compilation compilation) throws IOException {
        check(test, "app.GameHot", compilation);
    }

    /** Compares with the golden; on a difference leaves the new text where it can be copied from. */
    private static void check(TestInfo test, String stub, Compilation compilation) throws IOException {
        assertThat(compilation).succeededWithoutWarnings();
        Path name = Path.of(
                "goldens",
                "GoldenTest",
                test.getTestMethod().orElseThrow().getName(),
                stub.replace("app.", "") + ".java");
        String written = compilation
                .generatedSourceFile(stub)
                .orElseThrow()
                .getCharContent(true)
                .toString();
        Path golden = Path.of("src", "test", "resources").resolve(name);
        Path copy = Path.of("target").resolve(name);
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, written);
        assertThat(Files.exists(golden) ? Files.readString(golden) : "")
                .as("%s; if the new text is right: cp processor/%s processor/%s", golden, copy, golden)
                .isEqualTo(written);
    }
}
