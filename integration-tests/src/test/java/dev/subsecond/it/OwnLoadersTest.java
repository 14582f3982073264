package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Checkout;
import dev.subsecond.it.harness.Connected;
import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.ExecutableJar;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.RuntimeJars;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs whose classes the system's class loader does not have. */
class OwnLoadersTest {

    private static final String EVERY_JDK = "dev.subsecond.it.harness.Jdk#all";
    private static final String GAME = "Game.java";

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void aServedProgramIsPatchedInEachOfItsLoaders(Jdk jdk) {
        try (Served program = Served.program("loaders", jdk).start()) {
            program.shows("own loaders true true");
            program.shows("runtime of the parent true");
            program.shows("says one true, one true");

            program.edit(Save.IN_PLACE, "PluginWords.java", "\"one\"", "\"two\"");
            program.shows("says two true, two true");
            program.edit(Save.BY_RENAME, "Main.java", "\"says \"", "\"both say \"");
            program.shows("both say two true, two true");

            program.save(Save.IN_PLACE, "PluginWords.java", "\"two\"", "2");
            assertThat(program.hears("compile-error", "patched")).matches(event -> event.is("compile-error"));
            program.undo("PluginWords.java", Save.IN_PLACE);
            program.shows("both say one true, one true");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void aProgramBelowTheRuntimeConnectsAndIsPatched(Jdk jdk) throws Exception {
        isPatched(jdk, "URLClassLoader AppClassLoader", OwnLoadersTest::belowTheRuntime);
    }

    /** Spring Boot's launcher reads the runtime, and what it needs, from jars within the jar. */
    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void aProgramInAnExecutableJarConnectsAndIsPatched(Jdk jdk) throws Exception {
        isPatched(jdk, "LaunchedClassLoader LaunchedClassLoader", OwnLoadersTest::executable);
    }

    private static void isPatched(Jdk jdk, String loaders, Connected.Packaging packaging) throws IOException {
        try (Connected program = Connected.start("connected", jdk, packaging)) {
            assertThat(program.answer("loaders")).isEqualTo(loaders);
            assertThat(program.answer("a")).isEqualTo("played a 1");

            applied(program.edit(GAME, "\"played \"", "\"enjoyed \""));
            assertThat(program.answer("b")).isEqualTo("enjoyed b 2");
            applied(program.edit(
                    GAME, "+ plays;", "+ twice();\n    }\n\n    private int twice() {\n        return 2 * plays;"));
            assertThat(program.answer("c")).isEqualTo("enjoyed c 6");
            applied(program.undo(GAME));
            assertThat(program.answer("d")).isEqualTo("played d 4");
            assertThat(program.answer("loaders")).isEqualTo(loaders);
        }
    }

    private static void applied(Event said) {
        assertThat(said).matches(event -> event.is("Applied"), "is applied");
    }

    private static List<String> belowTheRuntime(Path classes, Path place) {
        String classPath = RuntimeJars.classPath() + File.pathSeparator + Checkout.testClasses();
        return List.of("-cp", classPath, OwnLoader.class.getName(), classes.toString());
    }

    private static List<String> executable(Path classes, Path place) throws IOException {
        Path jar = ExecutableJar.write(place.resolve("app.jar"), classes, RuntimeJars.all());
        return List.of("-jar", jar.toString());
    }
}
