package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A processor that writes {@code GameStub} for {@code Game} with {@code @Stub}, and counts how often it ran. */
class ProcessorsTest {

    private static final String ANNOTATION = "package lib; public @interface Stub { }";

    private static final String PROCESSOR = """
            package lib;

            import java.io.Writer;
            import java.util.Set;
            import javax.annotation.processing.*;
            import javax.lang.model.SourceVersion;
            import javax.lang.model.element.*;

            public class StubProcessor extends AbstractProcessor {
                @Override public Set<String> getSupportedAnnotationTypes() { return Set.of("lib.Stub"); }
                @Override public SourceVersion getSupportedSourceVersion() { return SourceVersion.latest(); }

                @Override
                public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                    for (Element element : round.getElementsAnnotatedWith(Stub.class)) {
                        System.setProperty("stub.runs", Integer.getInteger("stub.runs", 0) + 1 + "");
                        TypeElement type = (TypeElement) element.getEnclosingElement();
                        try (Writer out = processingEnv.getFiler()
                                .createSourceFile(type.getQualifiedName() + "Stub", type).openWriter()) {
                            out.write("package app; public class " + type.getSimpleName() + "Stub { public static String of() { return \\""
                                    + element + "\\"; } }");
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                    return false;
                }
            }
            """;

    private static final String GAME = "package app; class Game { @lib.Stub void tick(int x) { int y = 1; } }";
    private static final String USER = "package app; class User { String u() { return GameStub.of(); } }";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path library;

    @BeforeEach
    void buildTheProcessor() throws Exception {
        ProcessorLibrary.build(
                library,
                "isolating",
                Map.of("lib.Stub", ANNOTATION, "lib.StubProcessor", PROCESSOR),
                "lib.StubProcessor");
        System.clearProperty("stub.runs");
    }

    private Sources served() {
        Sources sources = new Sources(List.of(library), List.of(library));
        sources.save(Map.of("app.Game", GAME, "app.User", USER, "app.Other", "package app; class Other { Game g; }"));
        return sources;
    }

    private static int runs() {
        return Integer.getInteger("stub.runs", 0);
    }

    @Test
    void generatedSourcesAreCompiledWithTheOthers() throws Exception {
        try (Sources sources = served()) {
            assertThat(sources.program().classFiles())
                    .containsOnlyKeys("app.Game", "app.GameStub", "app.Other", "app.User");
        }
    }

    @Test
    void anEditedBodyRunsNoProcessor() throws Exception {
        try (Sources sources = served()) {
            Compilation.Good good = sources.save("app.Game", GAME.replace("int y = 1", "int y = 2"));

            assertThat(runs()).isEqualTo(1);
            assertThat(good.classes()).containsOnlyKeys("app.Game");
            assertThat(good.deleted()).isEmpty();
        }
    }

    @Test
    void aChangedSignatureOfAnAnnotatedMethodRunsThem() throws Exception {
        try (Sources sources = served()) {
            Compilation.Good good = sources.save("app.Game", GAME.replace("tick(int x)", "tick(long x)"));

            assertThat(runs()).isGreaterThan(1);
            assertThat(good.classes()).containsKeys("app.Game", "app.GameStub", "app.Other");
            assertThat(new String(good.classes().get("app.GameStub"), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains("tick(long)");
        }
    }

    @Test
    void anAnnotationThatIsRemovedTakesTheGeneratedClassAlong() throws Exception {
        try (Sources sources = served()) {
            assertThat(sources.errors(Map.of("app.Game", GAME.replace("@lib.Stub ", "")))
                            .get(0)
                            .file())
                    .isEqualTo(Sources.file("app.User").toString());

            Compilation.Good good = sources.save(
                    Map.of("app.Game", GAME.replace("@lib.Stub ", ""), "app.User", "package app; class User { }"));

            assertThat(good.deleted()).containsExactly("app.GameStub");
        }
    }

    @Test
    void anAnnotationThatIsAddedRunsThem() throws Exception {
        try (Sources sources = served()) {
            Compilation.Good good = sources.save("app.Other", "package app; class Other { @lib.Stub void tock() { } }");

            assertThat(good.classes()).containsOnlyKeys("app.Other", "app.OtherStub");
        }
    }

    @Test
    void aDeletedSourceTakesItsGeneratedClassAlong() throws Exception {
        try (Sources sources = served()) {
            Compilation.Good good = sources.save(
                    Map.of("app.User", "package app; class User { }", "app.Other", "package app; class Other { }"),
                    "app.Game");

            assertThat(good.deleted()).containsExactlyInAnyOrder("app.Game", "app.GameStub");
        }
    }

    @Test
    void aSourceThatUsesAGeneratedClassCompilesAgainstIt() throws Exception {
        try (Sources sources = served()) {
            Compilation.Good good = sources.save("app.User", USER.replace("GameStub.of()", "GameStub.of() + 1"));

            assertThat(good.classes()).containsOnlyKeys("app.User");
            assertThat(runs()).isEqualTo(1);
        }
    }
}
