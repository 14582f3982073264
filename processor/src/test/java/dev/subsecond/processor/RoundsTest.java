package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that other processors generate, and types that nobody has. */
final class RoundsTest {

    @Test
    void waitsForTypesThatAnotherProcessorGenerates() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new HotProcessor(), new WorldGenerator())
                .compile(Javac.file("""
                        package app;
                        class Game {
                            @dev.subsecond.annotations.Hot void tick(World world) {}
                            void run() { GameHot.tick(this, new World()); }
                        }
                        """));
        assertThat(compilation).succeeded();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record Game(@Hot World world) {}",
                "record Game(World world) { @Hot public World world() { return world; } }",
                "interface Game { @Hot default void tick(World world) {} }",
                "interface Game<T extends World> { @Hot default T tick(T world) { return world; } }",
                "enum Game { ONE; @Hot static List<? super World[]> tick() { return null; } }",
                "class Game<T extends World> { @Hot void tick() {} }",
                "class Game { @Hot static <T extends Comparable<T> & World.Round> void tick(T a) {} }",
                "class Game { @Hot void tick() throws World.Lost {} }",
                "class Game { @Hot <X extends World.Lost> void tick(X x) throws X { throw x; } }",
                "class Game { class Inner { @Hot void tick(World world) {} } }",
                "class Game<T extends World> { class Inner { @Hot void tick() {} } }",
                "class Game<T> { class Inner<U extends Map<T, World.Round>> { @Hot U tick(U u) { return u; } } }",
            })
    void waitsForThemInEveryPlaceAndPartOfASignature(String game) {
        Compilation compilation = Compiler.javac()
                .withOptions("-Xlint:all,-processing")
                .withProcessors(new HotProcessor(), new LocalMarkProcessor(), new WorldGenerator())
                .compile(Javac.file(
                        "package app;\nimport dev.subsecond.annotations.Hot;\nimport java.util.*;\n" + game));
        assertThat(compilation).succeededWithoutWarnings();
        String stub = game.contains("Inner") ? "app/Game_InnerHot" : "app/GameHot";
        assertThat(compilation).generatedSourceFile(stub);
    }

    @Test
    void waitsForStubClassesInSignaturesToo() {
        Compilation compilation = Javac.compile(
                "package app;\npublic class World { @dev.subsecond.annotations.Hot public void spin() {} }",
                "package app;\nclass Game { @dev.subsecond.annotations.Hot void tick(WorldHot stubs) {} }",
                "package app;\nclass Main { void run() { GameHot.tick(new Game(), null); } }");
        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void leavesTypesThatNobodyHasToJavac() {
        Compilation compilation = Javac.compile(
                "package app;\nclass Game { @dev.subsecond.annotations.Hot void tick(Nowhere world) {} }");
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("cannot find symbol");
    }

    @Test
    void leavesOtherSourceErrorsToJavac() {
        Compilation compilation = Javac.compile(
                "package app;\nclass Game { @dev.subsecond.annotations.Hot void tick() { int x = \"\"; } }");
        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation).hadErrorContaining("incompatible types");
    }

    @Test
    void earlierOutputOnTheClassPathIsReplaced(@org.junit.jupiter.api.io.TempDir java.nio.file.Path classes)
            throws IOException {
        Compilation first = Javac.compile("package app;\nclass Game { @dev.subsecond.annotations.Hot void tick() {} }");
        java.nio.file.Files.createDirectories(classes.resolve("app"));
        try (var stub = first.generatedFile(javax.tools.StandardLocation.CLASS_OUTPUT, "app", "GameHot.class")
                .orElseThrow()
                .openInputStream()) {
            java.nio.file.Files.copy(stub, classes.resolve("app/GameHot.class"));
        }
        Compilation second = Javac.compiler(List.of())
                .withClasspath(List.of(
                        classes.toFile(),
                        ClassPaths.of(dev.subsecond.annotations.Hot.class).toFile(),
                        ClassPaths.of(dev.subsecond.runtime.Subsecond.class).toFile()))
                .compile(
                        Javac.file(
                                "package app;\nclass Game { @dev.subsecond.annotations.Hot void tick(int x) { GameHot.tick(this, 1); } }"));
        assertThat(second).succeededWithoutWarnings();
    }

    /** Generates {@code app.World} in the first round. */
    @SupportedAnnotationTypes("*")
    private static final class WorldGenerator extends AbstractProcessor {

        private boolean done;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer file =
                        processingEnv.getFiler().createSourceFile("app.World").openWriter()) {
                    file.write("package app;\npublic class World { public interface Round {}"
                            + " @SuppressWarnings(\"serial\") public static class Lost extends Exception {} }\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
