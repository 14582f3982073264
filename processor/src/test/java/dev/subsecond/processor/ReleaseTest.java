package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.subsecond.annotations.Hot;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stubs of a release build. */
final class ReleaseTest {

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

    @ParameterizedTest
    @ValueSource(strings = "-Asubsecond.release=false")
    void falseIsTheDefault(String option) {
        Compilation compilation = Javac.compile(
                List.of(option),
                "package app;\nclass Game { @dev.subsecond.annotations.Hot void go() { GameHot.go().call(this); } }");
        assertThat(compilation).succeededWithoutWarnings();
    }
}
