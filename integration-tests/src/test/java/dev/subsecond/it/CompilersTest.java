package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that need more of a compiler than its defaults, or another one. */
class CompilersTest {

    private static final int PATTERNS_IN_SWITCH_ARE_FINAL = 21;

    /** In Java 17 a switch over types is a preview, in later versions one over primitive types. */
    private static final String PREVIEW = """
            package app;

            public class Main {
                public static void main(String[] args) throws InterruptedException {
                    while (true) {
                        System.out.println(kind(5));
                        Thread.sleep(20);
                    }
                }

                static String kind(%s value) {
                    return switch (value) {
                        case %s i && i > 100 -> "large";
                        case %s i -> "small " + i;
                        %s
                    };
                }
            }
            """;

    private static final String PLAIN = """
            package app;

            public class Main {
                public static void main(String[] args) throws InterruptedException {
                    while (true) {
                        System.out.println(text());
                        Thread.sleep(20);
                    }
                }

                static String text() {
                    return "by hand";
                }
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void aProgramWithPreviewFeaturesIsPatched(Jdk jdk) throws Exception {
        int feature = Runtime.Version.parse(jdk.version()).feature();
        write("app/Main.java", preview(feature));
        try (Served program = Served.program(folder.resolve("src"), jdk)
                .options("--javac-arg", "--enable-preview", "--javac-arg", "--release", "--javac-arg", "" + feature)
                .start()) {
            program.shows("small 5");

            Event patched = program.edit(Save.IN_PLACE, "Main.java", "\"small \"", "\"tiny \"");

            assertThat(patched.members()).extracting(Event.Member::name).hasSize(1);
            program.shows("tiny 5");
        }
    }

    private static String preview(int feature) {
        return feature < PATTERNS_IN_SWITCH_ARE_FINAL
                ? PREVIEW.formatted("Object", "Integer", "Integer", "default -> \"other\";")
                : PREVIEW.formatted("int", "int", "int", "").replace("int i && i > 100", "int i when i > 100");
    }

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void classesThatAnotherCompilerWritesArePatched(Jdk jdk) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(jdk, classes, PLAIN);
        try (Served program =
                Served.program(folder.resolve("src"), jdk).fromClasses(classes).start()) {
            program.shows("by hand");

            compile(jdk, classes, PLAIN.replace("by hand", "by an IDE"));

            program.shows("by an IDE");
        }
    }

    /** As an IDE does, whenever it likes. */
    private void compile(Jdk jdk, Path classes, String source) throws Exception {
        Path file = write("app/Main.java", source);
        Process javac = new ProcessBuilder(
                        jdk.tool("javac").toString(), "--release", "17", "-d", classes.toString(), file.toString())
                .inheritIO()
                .start();
        assertThat(javac.waitFor()).as("exit code of javac").isZero();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
