package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can use a stub class. */
final class VisibilityTest {

    private static final String HEAD = "package app;\nimport dev.subsecond.annotations.Hot;\n";

    @Test
    void stubsOfAPublicClassWithPublicHotMethodsAreThereForAll() {
        Compilation compilation = Javac.compile(
                HEAD
                        + "public class Game { @Hot public void tick() {} public static class Inner { @Hot public void go() {} } }",
                "package other;\nclass Main { void run(app.Game game) { app.GameHot.tick(game); app.GameHot.tick().call(game);"
                        + " app.Game_InnerHot.go(null); } }");
        assertThat(compilation).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Game { @Hot public void tick() {} @Hot void go() {} }",
                "public class Game { @Hot protected void tick() {} }",
                "class Game { @Hot public void tick() {} }",
            })
    void oneNarrowMemberKeepsTheStubClassInItsPackage(String game) {
        Compilation compilation = Javac.compile(
                HEAD + game,
                "package app;\nclass Friend { void run(Game game) { GameHot.tick(game); } }",
                "package other;\nclass Main { Class<?> stubs = app.GameHot.class; }");
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("app.GameHot is not public in app; cannot be accessed from outside package");
    }

    @Test
    void aNestedClassIsNoMoreVisibleThanTheClassAroundIt() {
        Compilation compilation = Javac.compile(
                HEAD + "class Outer { public static class Inner { @Hot public void tick() {} } }",
                "package other;\nclass Main { Class<?> stubs = app.Outer_InnerHot.class; }");
        assertThat(compilation).hadErrorContaining("app.Outer_InnerHot is not public in app");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public interface Game { @Hot default void tick() {} @Hot static void go() {} }            | app.GameHot
            public record Game(@Hot int x) { @Hot public void tick() {} }                             | app.GameHot
            public enum Game { ONE; @Hot public static void go() {} }                                 | app.GameHot
            public class Game<T> { public class Inner { @Hot public void tick() {} } }                | app.Game_InnerHot
            public interface Game { class Inner { @Hot public void tick() {} } }                      | app.Game_InnerHot
            public interface Game { interface Inner { @Hot default void tick() {} } }                 | app.Game_InnerHot
            public class Game { public interface Inner { @Hot default void tick() {} } }              | app.Game_InnerHot
            """)
    void membersOfInterfacesArePublicAndEveryPublicPlaceHasPublicStubs(String game, String stub) {
        assertThat(Javac.compile(HEAD + game, user(stub))).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interface Game { @Hot default void tick() {} }                                            | app.GameHot
            public record Game(int x) { @Hot void tick() {} }                                         | app.GameHot
            public enum Game { ONE; @Hot public void tick() {} @Hot static void go() {} }             | app.GameHot
            class Game { public class Inner { @Hot public void tick() {} } }                          | app.Game_InnerHot
            public class Game { class Mid { public class Inner { @Hot public void tick() {} } } }     | app.Game_Mid_InnerHot
            public class Game { protected interface Inner { @Hot default void tick() {} } }           | app.Game_InnerHot
            interface Game { interface Inner { @Hot static void go() {} } }                           | app.Game_InnerHot
            """)
    void oneNarrowClassAroundOrMemberNarrowsTheStubsOfEveryPlace(String game, String stub) {
        Compilation compilation =
                Javac.compile(HEAD + game, "package app;\nclass Friend { Class<?> stubs = " + stub + ".class; }");
        assertThat(compilation).succeededWithoutWarnings();
        assertThat(Javac.compile(HEAD + game, user(stub))).hadErrorContaining(stub + " is not public in app");
    }

    private static String user(String stub) {
        return "package other;\nclass Main { Class<?> stubs = " + stub + ".class; }";
    }

    @Test
    void classesWithoutAPackageHaveStubsToo() {
        Compilation compilation = Javac.compile(
                "class Game { @dev.subsecond.annotations.Hot void tick(Subsecond mine) {} void run() { GameHot.tick(this, null); } }",
                "class Subsecond {}");
        assertThat(compilation).succeededWithoutWarnings();
    }
}
