package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A processor that declares nothing and writes one class and one resource about all annotated classes. */
class AggregatingProcessorTest {

    private static final String ANNOTATION = "package lib; public @interface Listed { }";

    private static final String PROCESSOR = """
            package lib;

            import java.io.Writer;
            import java.util.*;
            import javax.annotation.processing.*;
            import javax.lang.model.SourceVersion;
            import javax.lang.model.element.*;
            import javax.tools.StandardLocation;

            public class ListProcessor extends AbstractProcessor {
                @Override public Set<String> getSupportedAnnotationTypes() { return Set.of("lib.Listed"); }
                @Override public SourceVersion getSupportedSourceVersion() { return SourceVersion.latest(); }

                @Override
                public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                    Set<String> names = new TreeSet<>();
                    round.getElementsAnnotatedWith(Listed.class).forEach(each -> names.add(each.toString()));
                    if (names.isEmpty()) {
                        return false;
                    }
                    Filer filer = processingEnv.getFiler();
                    try (Writer out = filer.createSourceFile("app.Registry").openWriter()) {
                        out.write("package app; class Registry { static String all() { return \\"" + names + "\\"; } }");
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    try {
                        filer.getResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/absent").openInputStream().close();
                        throw new IllegalStateException("there is no such resource");
                    } catch (java.io.IOException expected) {
                        write(filer, names);
                    }
                    return false;
                }

                private static void write(Filer filer, Set<String> names) {
                    try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/list").openWriter()) {
                        out.write(names.toString());
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path library;

    @BeforeEach
    void buildTheProcessor() throws Exception {
        ProcessorLibrary.build(
                library, "", Map.of("lib.Listed", ANNOTATION, "lib.ListProcessor", PROCESSOR), "lib.ListProcessor");
    }

    private Sources served() {
        Sources sources = new Sources(List.of(library), List.of(library));
        sources.save(Map.of(
                "app.A", "package app; @lib.Listed class A { int a() { return 1; } }",
                "app.B", "package app; @lib.Listed class B { }",
                "app.C", "package app; class C { String c() { return Registry.all(); } }"));
        return sources;
    }

    private static String list(Sources sources) {
        return new String(sources.program().resources().get("META-INF/list"), StandardCharsets.UTF_8);
    }

    @Test
    void theListNamesTheClassesOfAllSourcesAfterAnEditOfOne() throws Exception {
        try (Sources sources = served()) {
            assertThat(list(sources)).isEqualTo("[app.A, app.B]");
            assertThat(sources.program().resources()).containsOnlyKeys("META-INF/list");

            sources.save("app.C", "package app; @lib.Listed class C { String c() { return Registry.all(); } }");

            assertThat(list(sources)).isEqualTo("[app.A, app.B, app.C]");
            sources.areAsInACleanBuild();
        }
    }

    @Test
    void theListForgetsAClassThatIsDeletedOrNoLongerAnnotated() throws Exception {
        try (Sources sources = served()) {
            sources.save(Map.of(), "app.B");
            assertThat(list(sources)).isEqualTo("[app.A]");
            sources.areAsInACleanBuild();

            sources.save(Map.of("app.A", "package app; class A { }", "app.C", "package app; class C { }"));
            assertThat(sources.program().resources()).isEmpty();
            assertThat(sources.program().classFiles()).containsOnlyKeys("app.A", "app.C");
        }
    }

    @Test
    void anEditedBodyIsCompiledAloneAndLeavesTheListAlone() throws Exception {
        try (Sources sources = served()) {
            Compilation.Good good = sources.save("app.A", "package app; @lib.Listed class A { int a() { return 2; } }");

            assertThat(good.classes()).containsOnlyKeys("app.A");
            assertThat(list(sources)).isEqualTo("[app.A, app.B]");
            sources.areAsInACleanBuild();
        }
    }
}
