package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Served;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program of two modules: one is a jar of the same build on the class path, whose sources are given too. */
class ModulesTest {

    private static final String SHOP = """
            package core;

            public class Shop {
                public static String open(String label) {
                    return "shop " + label;
                }
            }
            """;

    /** In the other module, and in a package of this one. */
    private static final String LABEL = "package app; class Label { static final String TEXT = \"one\"; }";

    private static final String OLD =
            "package core; public class Old { public static String word() { return \"old\"; } }";

    @TempDir
    private Path folder;

    private Path core;
    private Path jar;

    @BeforeEach
    void buildTheJar() throws Exception {
        core = folder.resolve("core/src");
        jar = folder.resolve("core.jar");
        write("core/Shop.java", SHOP);
        write("core/Old.java", OLD);
        write("app/Label.java", LABEL);
        Path classes = Files.createDirectories(folder.resolve("core/classes"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-d",
                        classes.toString(),
                        core.resolve("core/Shop.java").toString(),
                        core.resolve("core/Old.java").toString(),
                        core.resolve("app/Label.java").toString());
        assertThat(code).isZero();
        pack(classes);
    }

    private void pack(Path classes) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                entries.write(Files.readAllBytes(file));
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = core.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void anEditInTheModuleOfAJarGoesLiveAndWhatIsDeletedThereIsGone(Jdk jdk) throws Exception {
        try (Served program = Served.program("modules", jdk)
                .options("--source", core.toString(), "--classpath", jar.toString())
                .start()) {
            program.shows("shop one");

            write("core/Shop.java", SHOP.replace("shop ", "store "));
            Event patched = program.patched();
            assertThat(patched.members()).extracting(Event.Member::name).containsExactly("core.Shop.open(String)");
            program.shows("store one");

            write("app/Label.java", LABEL.replace("one", "two"));
            program.shows("store two");

            Files.delete(core.resolve("core/Old.java"));
            write("core/Shop.java", SHOP.replace("\"shop \"", "Old.word()"));
            Event error = program.log().await(0, "the error", event -> event.is("compile-error"));
            assertThat(error.json().path("diagnostics").path(0).path("message").asString())
                    .contains("cannot find symbol");

            write("core/Shop.java", SHOP.replace("shop ", "again "));
            program.shows("again two");
        }
    }
}
