package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Checkout;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The libraries as modules: what {@code jar --describe-module} says of the jars that are distributed. */
class ModuleDescriptorsTest {

    private static final String JAR_SUFFIX = ".jar";

    /** A library with all that it exports, and all that it exports to its own kind only. */
    private record Library(String name, List<String> exports, List<String> qualifiedExports) {

        String module() {
            return "dev.subsecond." + name;
        }

        Path jar() {
            return Checkout.libraries().resolve("subsecond-" + name + JAR_SUFFIX);
        }
    }

    private static Stream<Library> libraries() {
        return Stream.of(
                new Library("annotations", List.of("dev.subsecond.annotations"), List.of()),
                new Library(
                        "runtime",
                        List.of("dev.subsecond.runtime", "dev.subsecond.runtime.link"),
                        List.of("dev.subsecond.runtime.wire to dev.subsecond.devserver dev.subsecond.thinlink")),
                new Library("thinlink", List.of("dev.subsecond.thinlink", "dev.subsecond.thinlink.prepare"), List.of()),
                new Library("devserver", List.of("dev.subsecond.devserver"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryIsANamedModuleThatExportsItsInterfaceAndNothingElse(Library library) {
        List<String> described = describe(library.jar());
        assertThat(described.get(0))
                .as("%s", described)
                .matches(library.module() + "(@\\S+)? jar:file:.*module-info.class");
        assertThat(after("exports ", described)).containsExactlyInAnyOrderElementsOf(library.exports());
        assertThat(after("qualified exports ", described))
                .containsExactlyInAnyOrderElementsOf(library.qualifiedExports());
        assertThat(after("opens ", described)).isEmpty();
    }

    /** The JavaPoet in it has no descriptor to require, so the name stands in its manifest, whatever the jar is called. */
    @Test
    void theProcessorIsAnAutomaticModuleWithASetName() {
        List<String> described = describe(Checkout.libraries().resolve("subsecond-processor" + JAR_SUFFIX));
        assertThat(described.get(0)).contains("No module descriptor found");
        assertThat(described).anyMatch(line -> line.matches("dev\\.subsecond\\.processor(@\\S+)? automatic"));
        assertThat(after("contains ", described)).contains("dev.subsecond.processor");
    }

    /** Every module that a descriptor requires is among the jars that are distributed, or in the JDK. */
    @Test
    void theLibrariesResolveTogether() {
        Set<String> names = Set.copyOf(libraries().map(Library::module).toList());
        Configuration resolved = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(Checkout.libraries()), ModuleFinder.of(), names);
        assertThat(resolved.modules().stream().map(ResolvedModule::name)).containsAll(names);
    }

    private static List<String> describe(Path jar) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = ToolProvider.findFirst("jar")
                .orElseThrow(() -> new AssertionError("This JDK has no jar tool"))
                .run(writer, writer, "--describe-module", "--file", jar.toString());
        assertThat(code).as("jar --describe-module of %s: %s", jar, said).isZero();
        return said.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> after(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }
}
