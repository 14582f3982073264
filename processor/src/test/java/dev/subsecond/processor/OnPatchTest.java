package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import dev.subsecond.annotations.Hot;
import java.util.List;
import javax.tools.JavaFileObject;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which methods may have {@code @OnPatch}, and that nothing is generated for them. */
final class OnPatchTest {

    private static final String HEAD =
            "package app;\nimport dev.subsecond.annotations.*;\nimport dev.subsecond.runtime.PatchEvent;\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Game { @OnPatch static void refill(PatchEvent event) {} }",
                "public class Game { @OnPatch public static void refill(final PatchEvent e) throws java.io.IOException {} }",
                "class Game { @SuppressWarnings(\"unused\") @OnPatch private static synchronized void refill(PatchEvent event) {} }",
                "class Game<T> { class Inner { @OnPatch static void refill(dev.subsecond.runtime.PatchEvent event) {} } }",
                "class Game { private static class Secret { @OnPatch static void refill(PatchEvent event) {} } }",
                "interface Game { @OnPatch static void refill(PatchEvent event) {} }",
                "interface Game { @OnPatch private static void refill(PatchEvent event) {} }",
                "record Game(int x) { @OnPatch static void refill(PatchEvent event) {} }",
                "enum Game { ONE; @OnPatch static void refill(PatchEvent event) {} @OnPatch static void again(PatchEvent e) {} }",
            })
    void methodsThatTheRuntimeCanCallAreAcceptedAndNothingIsGenerated(String game) {
        Compilation compilation = Javac.compile(HEAD + game);
        assertThat(compilation).succeededWithoutWarnings();
        Assertions.assertThat(compilation.generatedSourceFiles()).isEmpty();
    }

    @Test
    void aMethodMayHaveBothMarks() {
        Compilation compilation = Javac.compile(
                HEAD
                        + "class Game { @Hot @OnPatch static void refill(PatchEvent event) {} void run() { GameHot.refill(null); } }");
        assertThat(compilation).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @OnPatch void refill(PatchEvent event) {}                                  | Game.refill(PatchEvent) is not static        | Make it static
            @OnPatch static int refill(PatchEvent event) { return 0; }                 | Game.refill(PatchEvent) returns int          | Make it void
            @OnPatch static Void refill(PatchEvent event) { return null; }             | Game.refill(PatchEvent) returns Void         | Make it void
            @OnPatch static <T> void refill(PatchEvent event) {}                       | Game.refill(PatchEvent) has type parameters  | Remove them
            @OnPatch static void refill() {}                                           | Game.refill() takes nothing                  | Give it the one parameter "PatchEvent event"
            @OnPatch static void refill(Object event) {}                               | Game.refill(Object) takes something else     | Give it the one parameter "PatchEvent event"
            @OnPatch static void refill(PatchEvent... events) {}                       | Game.refill(PatchEvent[]) takes something else | Give it
            @OnPatch static void refill(PatchEvent event, int x) {}                    | Game.refill(PatchEvent, int) takes something else | Give it
            @OnPatch static void refill(Own.PatchEvent e) {} interface Own { class PatchEvent {} } | Game.refill(PatchEvent) takes something else | Give it
            """)
    void everyViolationIsRefusedWithItsWayOut(String method, String fault, String wayOut) {
        refuses("class Game {\n" + method + "\n}", fault, wayOut);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interface Game { @OnPatch default void refill(PatchEvent event) {} } | Game.refill(PatchEvent) is not static
            interface Game { @OnPatch void refill(PatchEvent event); }           | Game.refill(PatchEvent) is not static
            class Game { void m() { class Local { @OnPatch static void refill(PatchEvent e) {} } } }    | refill() is in a local or anonymous class
            class Game { Object o = new Object() { @OnPatch static void refill(PatchEvent e) {} }; }    | refill() is in a local or anonymous class
            class Game { void m() { interface Local { @OnPatch static void refill(PatchEvent e) {} } } } | refill() is in a local or anonymous class
            enum Game { ONE { @OnPatch static void refill(PatchEvent e) {} } }                          | refill() is in a local or anonymous class
            """)
    void placesWhereItCannotBeCalledAreRefused(String source, String fault) {
        refuses(source, fault, "");
    }

    @Test
    void allFaultsOfAMethodAreReportedAtOnce() {
        Compilation compilation = Javac.compile(HEAD + "class Game { @OnPatch <T> T refill() { return null; } }");
        assertThat(compilation).hadErrorCount(4);
    }

    @Test
    void aMissingRuntimeIsLeftToJavac() {
        Compilation compilation = Javac.compiler(List.of())
                .withClasspath(List.of(ClassPaths.of(Hot.class).toFile()))
                .compile(Javac.file(HEAD + "class Game { @OnPatch static void refill(PatchEvent event) {} }"));
        assertThat(compilation).hadErrorContaining("package dev.subsecond.runtime does not exist");
        Assertions.assertThat(compilation.errors())
                .noneMatch(error -> error.getMessage(null).contains("[OnPatchMethod]"));
    }

    @Test
    void releaseBuildsCheckItToo() {
        Compilation compilation = Javac.compile(
                List.of("-Asubsecond.release=true"), HEAD + "class Game { @OnPatch static void refill() {} }");
        assertThat(compilation).hadErrorContaining("[OnPatchMethod]");
    }

    private static void refuses(String source, String fault, String wayOut) {
        JavaFileObject game = Javac.file(HEAD + source);
        Compilation compilation = Javac.compiler(List.of()).compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[OnPatchMethod] @OnPatch method " + fault)
                .inFile(game)
                .onLineContaining("@OnPatch");
        assertThat(compilation)
                .hadErrorContaining("so it could not be told of patches: the runtime calls static methods that return"
                        + " void and take one dev.subsecond.runtime.PatchEvent. " + wayOut);
    }
}
