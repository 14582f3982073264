package dev.subsecond.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Point 10 of the runtime's promises: what a program with stubs loads and starts when nobody asked for patching. */
class OffTest {

    private static final Pattern LOADED = Pattern.compile("^.*?([\\w$]+(?:\\.[\\w$]+)+) source: .*");
    private static final String PACKAGE = "dev.subsecond.benchmarks.start.";

    @TempDir
    Path folder;

    @Test
    void aProgramWithStubsLoadsTheSwitchOfTheRuntimeAndNothingElse() throws Exception {
        assertThat(loaded("Stubbed"))
                .contains(PACKAGE + "GreetingHot")
                .noneMatch(OffTest::isLibrary)
                .filteredOn(name -> name.startsWith("dev.subsecond.runtime."))
                .containsExactly("dev.subsecond.runtime.Subsecond");
    }

    /** Else the test above could not fail. */
    @Test
    void onItLoadsMore() throws Exception {
        assertThat(loaded("Stubbed", "-Dsubsecond.enabled=true"))
                .contains("dev.subsecond.runtime.link.StubLinker", "dev.subsecond.runtime.table.HotTable");
    }

    @Test
    void aProgramWithStubsHasTheThreadsAndSocketsOfOneWithout() throws Exception {
        List<String> stubbed = ChildJvm.run(List.of(), PACKAGE + "Stubbed", "describe");
        List<String> plain = ChildJvm.run(List.of(), PACKAGE + "Plain", "describe");
        assertThat(stubbed).containsExactlyElementsOf(plain).contains("hello world", "sockets 0");
    }

    private static boolean isLibrary(String name) {
        return Stream.of("com.sun.jna.", "tools.jackson.", "com.fasterxml.").anyMatch(name::startsWith);
    }

    private List<String> loaded(String main, String... jvmArguments) throws Exception {
        Path log = folder.resolve("classes.log");
        List<String> arguments = new ArrayList<>(List.of(jvmArguments));
        arguments.add("-Xlog:class+load=info:file=" + log);
        ChildJvm.run(arguments, PACKAGE + main);
        return Files.readAllLines(log).stream()
                .map(LOADED::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .toList();
    }
}
