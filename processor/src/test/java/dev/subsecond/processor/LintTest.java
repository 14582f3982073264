package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users with strict compilers see: no warning in generated code, and their own marks kept. */
final class LintTest {

    private static final String HEAD = "package app;\nimport dev.subsecond.annotations.Hot;\nimport java.util.*;\n";

    @Test
    void signaturesThatJavacWarnsOfDoNotMakeItWarnOfTheStub() {
        Compilation compilation = Javac.compile(
                List.of("-Werror"),
                HEAD + """
                class Game {
                    @SuppressWarnings("rawtypes") @Hot static List raw(List<Map> raw) { return raw; }
                    @Deprecated @Hot static void old() {}
                    @Deprecated(forRemoval = true) @Hot void older(Old old) {}
                    @SafeVarargs @Hot static <T> void safe(List<T>... lists) {}
                    @SuppressWarnings("unchecked") @Hot static <T> void unsafe(T... values) {}
                    @SuppressWarnings("overloads") @Hot static void run(Runnable r) {}
                    @SuppressWarnings("overloads") @Hot static <T> void run(java.util.concurrent.Callable<T> c) {}
                    @Deprecated static class Old {}
                }
                """,
                HEAD + "class Main { void run(List<String> list) { GameHot.safe(list, list); } }");
        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void callersOfADeprecatedMethodsStubAreWarned() {
        Compilation compilation = Javac.compile(
                HEAD + "class Game { @Deprecated(forRemoval = true) @Hot static void old() {} }",
                HEAD + "class Main { void run() { GameHot.old(); } }");
        assertThat(compilation).hadWarningContaining("old() in app.GameHot has been deprecated and marked for removal");
    }

    @Test
    void nullMarksAreRepeated() throws IOException {
        Compilation compilation = Javac.compile(HEAD + """
                class Game {
                    @Hot static @org.jspecify.annotations.Nullable String find(
                            @org.jspecify.annotations.Nullable String key, List<@org.jspecify.annotations.Nullable String> all) {
                        return key;
                    }
                    @Hot static @Nullable String old(@Nullable String key) { return key; }
                    @interface Nullable {}
                }
                """);
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation
                        .generatedSourceFile("app.GameHot")
                        .orElseThrow()
                        .getCharContent(false)
                        .toString())
                .contains(
                        "public static @Nullable String find(".replace("public ", ""),
                        "@Nullable String key",
                        "List<@Nullable String> all",
                        "@Game.Nullable");
    }
}
