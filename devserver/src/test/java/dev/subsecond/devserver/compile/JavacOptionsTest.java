package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options as a project sets them, in the first build and in each edit. */
class JavacOptionsTest {

    private static final int MAJOR_VERSION_AT = 7;

    private static final String SOURCE = "package app; class A { int twice(int number) { return number * 2; } }";

    private static byte[] edited(String... options) throws Exception {
        try (Sources sources = new Sources(List.of(), List.of(), options)) {
            sources.save("app.A", SOURCE);
            Compilation.Good good = sources.save("app.A", SOURCE.replace("* 2", "* 3"));
            sources.areAsInACleanBuild();
            return Objects.requireNonNull(good.classes().get("app.A"));
        }
    }

    private static String text(byte[] classFile) {
        return new String(classFile, StandardCharsets.ISO_8859_1);
    }

    @Test
    void parameterNamesAreKeptIfAskedFor() throws Exception {
        assertThat(text(edited("-parameters"))).contains("MethodParameters");
        assertThat(text(edited())).doesNotContain("MethodParameters");
    }

    @Test
    void theReleaseIsThatOfTheProject() throws Exception {
        assertThat(edited("--release", "11")[MAJOR_VERSION_AT]).isEqualTo((byte) 55);
        assertThat(edited("--release", "17")[MAJOR_VERSION_AT]).isEqualTo((byte) 61);
    }

    @Test
    void aReleaseHidesWhatCameLater() throws Exception {
        try (Sources sources = new Sources(List.of(), List.of(), "--release", "11")) {
            List<CompilerMessage> errors =
                    sources.errors(Map.of("app.A", "package app; class A { Object o = \"\".transform(s -> s); }"));

            assertThat(errors)
                    .singleElement()
                    .satisfies(error -> assertThat(error.text()).contains("cannot find symbol"));
        }
    }

    @Test
    void previewFeaturesAreThoseOfThisJava() throws Exception {
        String release = String.valueOf(Runtime.version().feature());
        String feature = Runtime.version().feature() < 21
                ? "switch (o) { case Integer i -> \"int\"; default -> \"other\"; }"
                : "switch (1) { case int i when i > 0 -> \"int\"; default -> \"other\"; }";
        String source = "package app; class A { String a(Object o) { return " + feature + "; } }";
        try (Sources sources = new Sources(List.of(), List.of(), "--enable-preview", "--release", release)) {
            sources.save("app.A", source);
            Compilation.Good good = sources.save("app.A", source.replace("other", "else"));

            assertThat(good.classes()).containsOnlyKeys("app.A");
            sources.areAsInACleanBuild();
        }
    }

    @Test
    void processorsRunOnlyIfTheProjectLetsThem() throws Exception {
        List<Path> jars = ProcessorLibrary.jars("/auto-value");
        String value = "package app; @com.google.auto.value.AutoValue abstract class V { abstract int v(); }";
        for (String option : List.of("-proc:none", "-Anothing")) {
            try (Sources sources = new Sources(jars, jars, option)) {
                sources.save("app.V", value);
                assertThat(sources.program().classFiles().containsKey("app.AutoValue_V"))
                        .as("Generated with %s", option)
                        .isEqualTo(!option.equals("-proc:none"));
            }
        }
        try (Sources sources = new Sources(jars, jars, "-processor", "some.Other")) {
            sources.save("app.V", value);
            assertThat(sources.program().classFiles()).containsOnlyKeys("app.V");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-d, class files are kept in memory",
        "--class-path=lib, --classpath",
        "-sourcepath, --source",
        "--processor-path, --processor-path",
        "-proc:only, cannot run"
    })
    void whatTheServerDecidesIsRefusedWithTheWayOut(String option, String wayOut) {
        assertThat(JavacOptions.problem(List.of("-parameters", option)).orElseThrow())
                .contains(option, wayOut);
    }

    @Test
    void otherOptionsAreNoProblem() {
        assertThat(JavacOptions.problem(List.of("-parameters", "--release", "17", "-Xlint:all")))
                .isEmpty();
    }
}
