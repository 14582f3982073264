package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user reads, and on which line. */
final class DiagnosticsTest {

    private static final String HEAD = "package app;\nimport dev.subsecond.annotations.*;\n";

    @Test
    void privateMethodIsRefused() {
        JavaFileObject game = Javac.file(HEAD + """
                class Game {
                    @Hot private void tick(String world, int... steps) {}
                }
                """);
        Compilation compilation = compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[PrivateMethod] @Hot method Game.tick(String, int[]) is private: its stub is generated into"
                                + " GameHot, a class of its own, which could not call it. Make it package-private, or mark a"
                                + " method that calls it.")
                .inFile(game)
                .onLineContaining("@Hot private");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Hot private void tick() {}        | Make it a default method, or mark a method that calls it.
            @Hot private static void tick() {} | Leave out private, so that it is public, or mark a method that calls it.
            """)
    void privateMethodsOfInterfacesAreRefusedWithTheirOwnWayOut(String method, String wayOut) {
        JavaFileObject game = Javac.file(HEAD + "interface Game {\n" + method + "\n}");
        Compilation compilation = compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[PrivateMethod] @Hot method Game.tick() is private: its stub is generated into"
                        + " GameHot, a class of its own, which could not call it. " + wayOut)
                .inFile(game)
                .onLineContaining("@Hot");
    }

    @Test
    void moreThanNineParametersOfAStaticMethodAreRefused() {
        JavaFileObject game = Javac.file(HEAD + """
                class Game {
                    @Hot static void nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}
                    @Hot static void ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {}
                }
                """);
        Compilation compilation = compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[TooManyValues] @Hot method Game.ten(int, int, int, int, int, int, int, int, int, int)"
                                + " takes 10 values, and stubs and handles have room for nine. Group some of the parameters in"
                                + " a record or class of your own.")
                .inFile(game)
                .onLineContaining("ten(");
    }

    @Test
    void theReceiverCountsAsAValue() {
        JavaFileObject game = Javac.file(HEAD + """
                class Game {
                    @Hot void nine(int a, int b, int c, int d, int e, int f, int g, int h) {}
                    @Hot void ten(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}
                }
                """);
        Compilation compilation = compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("takes 10 values, its receiver counted,")
                .inFile(game)
                .onLineContaining("ten(");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Hot static void tick(Secret s) {}
            @Hot static Secret tick() { return null; }
            @Hot static void tick(java.util.List<? super Secret[]> s) {}
            @Hot static <T extends Secret> void tick() {}
            @Hot static void tick() throws Secret {}
            """)
    void typesThatTheStubCannotNameAreRefused(String method) {
        JavaFileObject game = Javac.file(HEAD + "class Game {\n" + method
                + "\n@SuppressWarnings(\"serial\") private static class Secret extends Exception {}\n}");
        Compilation compilation = compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "needs app.Game.Secret, which is not visible to its stub in GameHot, another class of the"
                                + " same package. Make that type package-private or wider, or use a supertype that is visible.")
                .inFile(game)
                .onLineContaining("@Hot");
        assertThat(compilation).hadErrorContaining("[InaccessibleType] @Hot method Game.tick(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private static class Inner { static class Deep { @Hot void tick() {} } }",
                "private static class Inner { static class Deep { @Hot static void tick() {} } }",
                "private interface Inner { class Deep { @Hot void tick() {} } }",
                "private enum Inner { ONE; record Deep() { @Hot void tick() {} } }",
                "class Inner { private class Deep { @Hot void tick() {} } }",
            })
    void hotMethodsOfAPrivateClassAreRefused(String inner) {
        JavaFileObject game = Javac.file(HEAD + "class Game {\n" + inner + "\n}");
        Compilation compilation = compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[InaccessibleType] @Hot method Game.Inner.Deep.tick() needs app.Game.Inner.Deep")
                .inFile(game)
                .onLineContaining("@Hot");
    }

    @Test
    void boundsOfTheClassesAroundAnInnerClassMustBeVisible() {
        Compilation compilation = Javac.compile(
                HEAD
                        + "class Around { private interface Secret {} static class Game<T extends Secret> { class Inner { @Hot void tick() {} } } }");
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[InaccessibleType] @Hot method Around.Game.Inner.tick() needs app.Around.Secret");
    }

    @Test
    void protectedTypesOfAnotherPackageAreRefused() {
        Compilation compilation = Javac.compile(
                "package lib;\npublic class Base { protected static class State {} }",
                HEAD + "class Game extends lib.Base { @Hot void tick(State s) {} }");
        assertThat(compilation)
                .hadErrorContaining("[InaccessibleType] @Hot method Game.tick(State) needs lib.Base.State");
    }

    @Test
    void methodsWithTheSameStubAreRefused() {
        JavaFileObject game = Javac.file(HEAD + """
                class Game<T> {
                    @Hot void join(String player) {}
                    @Hot static void join(Game<?> game, String player) {}
                }
                """);
        Compilation compilation = compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[StubClash] @Hot methods Game.join(String) and Game.join(Game, String) would have the same"
                                + " stub in GameHot, because an instance method's stub takes its receiver first. Rename one of"
                                + " them, or mark only one @Hot.")
                .inFile(game)
                .onLineContaining("@Hot static");
    }

    @Test
    void aStubClassThatIsAlreadyInTheSourcesIsRefused() {
        JavaFileObject game = Javac.file(HEAD + "class Game {\n@Hot void tick() {}\n}");
        Compilation compilation = Javac.compiler(List.of()).compile(game, Javac.file("package app;\nclass GameHot {}"));
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[NameClash] The stubs of app.Game are generated into class app.GameHot, but there is such a"
                                + " class already among the sources. Rename one of the two classes.")
                .inFile(game)
                .onLineContaining("@Hot");
    }

    @Test
    void twoClassesWithTheSameStubClassAreRefused() {
        Compilation compilation = Javac.compile(
                HEAD + "class Outer { static class Inner { @Hot void tick() {} } }",
                HEAD + "class Outer_Inner { @Hot void tick() {} }");
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[NameClash] The stubs of app.Outer_Inner are generated into class app.Outer_InnerHot, but"
                                + " there is such a class already, with the stubs of app.Outer.Inner. Rename");
    }

    @ParameterizedTest
    @CsvSource({"library", "symbol"})
    void nativeNamesOnAJavaMethodAreRefused(String element) {
        JavaFileObject game = Javac.file(HEAD + "class Game {\n@Hot(" + element + " = \"x\") void tick() {}\n}");
        Compilation compilation = compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[NotNative] @Hot method Game.tick() has a Java body, but its annotation names native code"
                                + " with \"library\" or \"symbol\". Remove these, which only native methods have.")
                .inFile(game)
                .onLineContaining("@Hot");
    }

    @Test
    void aMissingRuntimeIsNamed() {
        JavaFileObject game = Javac.file(HEAD + "class Game {\n@Hot void tick() {}\n}");
        Compilation compilation = Javac.compiler(List.of())
                .withClasspath(List.of(
                        ClassPaths.of(dev.subsecond.annotations.Hot.class).toFile()))
                .compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[MissingRuntime] The stubs of app.Game call dev.subsecond.runtime.Subsecond, which this"
                                + " compilation cannot see. Add dev.subsecond:subsecond-runtime to the class path")
                .inFile(game)
                .onLineContaining("@Hot");
    }

    @Test
    void aHandleThatGaveWayIsNoted() {
        JavaFileObject game = Javac.file(HEAD + "class Game {\n@Hot static int sum(int... values) { return 0; }\n}");
        Compilation compilation = compile(game);
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation).hadNoteCount(1);
        assertThat(compilation)
                .hadNoteContaining(
                        "[HandleName] The handle of @Hot method Game.sum(int[]) is named sumFn(), because the name sum()"
                                + " is taken in GameHot. Nothing needs to be done; renaming the method changes it.")
                .inFile(game)
                .onLineContaining("@Hot");
    }

    @Test
    void theUsualHandleNamesAreNotNoted() {
        Compilation compilation = Javac.compile(
                HEAD
                        + "class Game { @Hot static void go() {} @Hot static void at() {} @Hot static void at(int x) {} @Hot void up() {} }");
        assertThat(compilation).hadNoteCount(0);
    }

    @Test
    void aMisspeltOptionIsRefused() {
        Compilation compilation =
                Javac.compile(List.of("-Asubsecond.release=yes"), HEAD + "class Game {\n@Hot void tick() {}\n}");
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("[BadOption] -Asubsecond.release=yes is neither true nor false.");
    }

    @Test
    void aFailureOfTheProcessorIsACompileErrorWithItsTrace() {
        JavaFileObject game = Javac.file(HEAD + "class Game {\n@Hot void tick() {}\n}");
        Compilation compilation = com.google.testing.compile.Compiler.javac()
                .withProcessors(FilerProcessor.broken(() -> new IllegalStateException("out of order")))
                .compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[Internal] Subsecond's processor failed on app.Game. This is a fault in Subsecond, not in"
                                + " your code.")
                .inFile(game)
                .onLineContaining("class Game");
        assertThat(compilation).hadErrorContaining("java.lang.IllegalStateException: out of order");
        assertThat(compilation).hadErrorContaining("at dev.subsecond.processor.Pipeline.write");
    }

    @Test
    void aStubThatCannotBeWrittenIsReportedWithTheReason() {
        JavaFileObject game = Javac.file(HEAD + "class Game {\n@Hot void tick() {}\n}");
        Compilation compilation = com.google.testing.compile.Compiler.javac()
                .withProcessors(FilerProcessor.broken(() -> new java.io.IOException("disk full")))
                .compile(game);
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining(
                        "[WriteFailed] The stub class app.GameHot could not be written: java.io.IOException: disk full.")
                .inFile(game)
                .onLineContaining("@Hot");
    }

    private static Compilation compile(JavaFileObject source) {
        return Javac.compiler(List.of()).compile(source);
    }
}
