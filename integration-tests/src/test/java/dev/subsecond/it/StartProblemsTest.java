package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Checkout;
import dev.subsecond.it.harness.ExecutableJar;
import dev.subsecond.it.harness.Finished;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Launch;
import dev.subsecond.it.harness.RuntimeJars;
import dev.subsecond.it.harness.TestFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps a program from being served: a sentence that says the way out, and an exit code that is documented. */
@Execution(ExecutionMode.CONCURRENT)
class StartProblemsTest {

    private static final String EVERY_JDK = "dev.subsecond.it.harness.Jdk#all";
    private static final String MINIMAL = Checkout.program("minimal").toString();

    private final TestFolder folder = TestFolder.create();

    @AfterEach
    void nothingIsLeft() {
        assertThat(folder.leftovers()).isEmpty();
        folder.close();
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void wrongArguments(Jdk jdk) throws Exception {
        assertThat(complaint(jdk, 64, "serve", "--main", "app.Main"))
                .contains("--source")
                .contains("--help");
        assertThat(complaint(jdk, 64, "serve", "--source", MINIMAL, "--mian", "app.Main"))
                .contains("--mian");
        assertThat(complaint(jdk, 64, "sevre")).contains("sevre").contains("serve");
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void missingDirectory(Jdk jdk) throws Exception {
        Path missing = folder.root().resolve("no such folder");

        assertThat(complaint(jdk, 66, "serve", "--source", missing.toString(), "--main", "app.Main"))
                .contains(missing.toString())
                .contains("--source");
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void noSources(Jdk jdk) throws Exception {
        Path empty = Files.createDirectory(folder.root().resolve("empty folder"));

        assertThat(complaint(jdk, 66, "serve", "--source", empty.toString(), "--main", "app.Main"))
                .contains(empty.toString());
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void noMainClass(Jdk jdk) throws Exception {
        assertThat(complaint(jdk, 67, "serve", "--source", MINIMAL)).contains("--main app.Main");
        assertThat(complaint(jdk, 67, "serve", "--source", MINIMAL, "--main", "app.Mian"))
                .contains("app.Mian");
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void classPathEntriesThatHaveNoClasses(Jdk jdk) throws Exception {
        Path executable =
                ExecutableJar.write(folder.root().resolve("shop.jar"), Checkout.program("minimal"), RuntimeJars.all());
        String[] serve = {"serve", "--source", MINIMAL, "--main", "app.Main", "--classpath", executable.toString()};
        assertThat(complaint(jdk, 64, serve))
                .contains(executable + " is an executable jar: its libraries lie inside it, in BOOT-INF/lib/")
                .contains("unzip shop.jar -d DIR")
                .contains("--classpath 'DIR/BOOT-INF/lib/*'");

        serve[serve.length - 1] =
                Files.writeString(folder.root().resolve("torn.jar"), "PK").toString();
        assertThat(complaint(jdk, 64, serve)).contains("torn.jar is neither a directory nor a jar that can be read");
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void sourcesThatDoNotCompile(Jdk jdk) throws Exception {
        Path source = Files.writeString(folder.root().resolve("Main.java"), "class Main {\n  int i = \"text\";\n}\n");

        assertThat(complaint(jdk, 65, "serve", "--source", folder.root().toString(), "--main", "Main"))
                .contains(source + ":2: error: incompatible types")
                .contains("    int i = \"text\";".strip())
                .contains("^");
        Finished json = run(jdk, "serve", "--json", "--source", folder.root().toString(), "--main", "Main");
        assertThat(json.code()).isEqualTo(65);
        assertThat(json.out()).startsWith("{\"event\":\"compile-error\"").contains("incompatible types");
    }

    @ParameterizedTest
    @MethodSource(EVERY_JDK)
    void aJavaWithoutCompiler(Jdk jdk) throws Exception {
        Path java = javaWithoutCompiler(jdk);
        Launch launch = new Launch(jdk, folder, "serve", "--source", MINIMAL, "--main", "app.Main");

        assertThat(complaint(69, Finished.await(launch.start(List.of(), java), 60)))
                .contains("no compiler")
                .contains("--java-home");
    }

    /** Linked from this JDK's own modules, if it can: some come without the tool, or without what it needs. */
    private Path javaWithoutCompiler(Jdk jdk) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(jdk.tool("jlink")), "This JDK has no jlink");
        Path runtime = folder.root().resolve("runtime");
        Process jlink = new ProcessBuilder(
                        jdk.tool("jlink").toString(),
                        "--add-modules=java.base,java.compiler,java.net.http,java.logging,jdk.unsupported",
                        "--output=" + runtime)
                .start();
        Finished linked = Finished.await(jlink, 60);
        Assumptions.assumeTrue(linked.code() == 0, linked.out() + linked.err());
        return runtime.resolve("bin/java");
    }

    private String complaint(Jdk jdk, int code, String... arguments) throws Exception {
        return complaint(code, run(jdk, arguments));
    }

    /** What it says on standard error: sentences for people. */
    private static String complaint(int code, Finished finished) {
        assertThat(finished.code()).as("Exit code of %s", finished).isEqualTo(code);
        assertThat(finished.err()).isNotBlank().doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(finished.out()).isEmpty();
        return finished.err();
    }

    private Finished run(Jdk jdk, String... arguments) throws Exception {
        return Finished.await(new Launch(jdk, folder, arguments).start(), 60);
    }
}
