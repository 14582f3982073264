package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.subsecond.annotations.Hot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stubs of a release build. */
final class ReleaseTest {

    private static final String HEAD = "package app;\nimport dev.subsecond.annotations.Hot;\n";
    private static final String[] EVERY_PLACE = {
        HEAD + """
            class Game<T extends Comparable<T>> {
                @Hot void tick(int... steps) throws java.io.IOException {}
                @Hot static long now() { return 0; }
                class Inner<U> { @Hot T pick(T a, U b) { return a; } @Hot static void rest() {} }
                static class Nested { @Hot protected synchronized double half(double x) { return x / 2; } }
            }
            """,
        HEAD
                + "public record Plan<T>(@Hot T goal) { @Hot public boolean done() { return false; } @Hot static void clear() {} }",
        HEAD
                + "public enum Level { ONE { @Override void up() {} }; @Hot void up() {} @Hot static Level first() { return ONE; } }",
        HEAD
                + "public interface Rule<T> { @Hot default T check(T value) { return value; } @Hot static <X extends Exception> void no(X x) throws X {} }",
    };

    @ParameterizedTest
    @ValueSource(strings = {"-Asubsecond.release=true", "-Asubsecond.release"})
    void neitherCompilingNorRunningNeedsTheRuntime(String option) throws Exception {
        Compilation compilation = Javac.compiler(List.of(option))
                .withClasspath(List.of(ClassPaths.of(Hot.class).toFile()))
                .compile(Javac.files("""
                        package app;
                        class Game<T> {
                            @dev.subsecond.annotations.Hot T same(T value) { return value; }
                            @dev.subsecond.annotations.Hot static <X extends Exception> void go(X x) throws X { throw x; }
                        }
                        """, """
                        package app;
                        public class Main {
                            public static Object run() throws Exception {
                                try {
                                    GameHot.go(new java.io.IOException("gone"));
                                    return "";
                                } catch (java.io.IOException e) {
                                    return GameHot.same(new Game<String>(), e.getMessage());
                                }
                            }
                        }
                        """));
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(Program.withoutRuntime(compilation).run()).isEqualTo("gone");
    }

    @Test
    void noClassFileOfAnyPlaceMentionsTheRuntime() {
        Compilation compilation = Javac.compiler(List.of("-Asubsecond.release=true"))
                .withClasspath(List.of(ClassPaths.of(Hot.class).toFile()))
                .compile(Javac.files(EVERY_PLACE));
        assertThat(compilation).succeededWithoutWarnings();
        Map<String, byte[]> classes = Program.classFiles(compilation);
        assertThat(classes)
                .containsKeys("app.GameHot", "app.Game_InnerHot", "app.PlanHot", "app.RuleHot", "app.LevelHot");
        assertThat(classes)
                .allSatisfy((name, bytes) ->
                        assertThat(mentionsTheRuntime(bytes)).as(name).isFalse());
    }

    @Test
    void stubsOfOtherBuildsDoMentionIt() {
        Map<String, byte[]> classes = Program.classFiles(Javac.compile(EVERY_PLACE));
        assertThat(classes)
                .hasEntrySatisfying(
                        "app.RuleHot",
                        bytes -> assertThat(mentionsTheRuntime(bytes)).isTrue());
    }

    @Test
    void theReferenceOfAnOnPatchMethodIsTheUsersOwn() {
        Map<String, byte[]> classes = Program.classFiles(Javac.compile(List.of("-Asubsecond.release=true"), """
                package app;
                class Game {
                    @dev.subsecond.annotations.Hot void tick() {}
                    @dev.subsecond.annotations.OnPatch static void refill(dev.subsecond.runtime.PatchEvent event) {}
                }
                """));
        assertThat(classes).hasSize(2);
        assertThat(classes)
                .hasEntrySatisfying(
                        "app.Game",
                        bytes -> assertThat(mentionsTheRuntime(bytes)).isTrue());
        assertThat(classes)
                .hasEntrySatisfying(
                        "app.GameHot",
                        bytes -> assertThat(mentionsTheRuntime(bytes)).isFalse());
    }

    /** Names and descriptors stand as they are in a class file's constants. */
    private static boolean mentionsTheRuntime(byte[] classFile) {
        String text = new String(classFile, StandardCharsets.ISO_8859_1);
        return text.contains("dev/subsecond/runtime") || text.contains("dev.subsecond.runtime");
    }

    @ParameterizedTest
    @ValueSource(strings = "-Asubsecond.release=false")
    void falseIsTheDefault(String option) {
        Compilation compilation = Javac.compile(
                List.of(option),
                "package app;\nclass Game { @dev.subsecond.annotations.Hot void go() { GameHot.go().call(this); } }");
        assertThat(compilation).succeededWithoutWarnings();
    }
}
