package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.subsecond.runtime.launch.ChildJvm;
import dev.subsecond.runtime.launch.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs in JVMs of their own, with patching on, that patch themselves through the public API. */
class ScopeProgramsTest {

    private static final String PROGRAM = """
            import dev.subsecond.runtime.*;
            import dev.subsecond.runtime.link.StubLinker;
            import java.lang.invoke.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.LockSupport;
            public class Main {
                static final int THREADS = 100;
                public static final HotFn0<Void> STEP = HotFn0.of(StubLinker.link(
                        MethodHandles.lookup(), Main.class, "step", MethodType.methodType(void.class), true));
                static final CountDownLatch RUNNING = new CountDownLatch(THREADS);
                public static final CountDownLatch DONE = new CountDownLatch(THREADS);
                static final ThreadLocal<Integer> STEPS = ThreadLocal.withInitial(() -> 0);

                static void step() {
                    STEPS.set(STEPS.get() + 1);
                    if (STEPS.get() == 2) { RUNNING.countDown(); }
                    LockSupport.parkNanos(1_000_000);
                }

                static void loop() { while (true) { STEP.call(); } }

                static void work() { Subsecond.call(Main::loop); }

                public static void main(String[] args) throws Exception {
                    List<Thread> threads = new ArrayList<>();
                    for (int i = 0; i < THREADS; i++) {
                        Thread t = %s;
                        threads.add(t);
                    }
                    RUNNING.await();
                    Subsecond.applyPatch(JumpTable.parse(Files.readString(Path.of(args[0]))));
                    boolean done = DONE.await(60, TimeUnit.SECONDS);
                    for (Thread t : threads) { t.join(60_000); }
                    System.out.println("done " + done + " " + threads.stream().filter(Thread::isAlive).count());
                    System.exit(0);
                }
            }
            """;
    private static final String PATCH = """
            class Main$$Hot1 { public static void loop() { Main.DONE.countDown(); } }
            """;

    @TempDir
    Path folder;

    static Stream<Path> jdks() throws IOException {
        return Jdks.homes();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aHundredThreadsInOneScopeRunTheNewLoop(Path jdk) throws Exception {
        assertThat(run(jdk, "new Thread(Main::work); t.start()")).containsExactly("done true 0");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aHundredVirtualThreadsInOneScopeRunTheNewLoop(Path jdk) throws Exception {
        assumeTrue(Jdks.version(jdk) >= 21, "JDKs before 21 have no virtual threads");
        String start = "(Thread) Thread.class.getMethod(\"startVirtualThread\", Runnable.class)"
                + ".invoke(null, (Runnable) Main::work)";
        assertThat(run(jdk, start)).containsExactly("done true 0");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aClosureOfAModuleThatDoesNotOpenItsPackageRunsAndIsReportedOnce(Path jdk) throws Exception {
        Path source = Files.createDirectories(folder.resolve("source/p"));
        Files.writeString(source.resolveSibling("module-info.java"), "module m { }");
        Path main = Files.writeString(source.resolve("Main.java"), """
                package p;
                import dev.subsecond.runtime.*;
                public class Main {
                    public static void main(String[] args) {
                        for (int i = 0; i < 3; i++) { Subsecond.call(() -> System.out.println("runs")); }
                    }
                }
                """);
        ChildJvm.compileFiles(
                folder.resolve("m"),
                "--release",
                "17",
                "--add-reads",
                "m=ALL-UNNAMED",
                source.resolveSibling("module-info.java") + "",
                main + "");
        ChildJvm child = ChildJvm.start(
                jdk,
                folder,
                Map.of(),
                "-Dsubsecond.enabled=true",
                "--module-path",
                folder.resolve("m").toString(),
                "--add-reads",
                "m=ALL-UNNAMED",
                "-m",
                "m/p.Main");
        assertThat(child.output().lines()).containsExactly("runs", "runs", "runs");
        assertThat(child.errors().lines().filter(line -> line.startsWith("WARNING")))
                .singleElement()
                .asString()
                .contains("p.Main", "open the package p to dev.subsecond.runtime");
        assertThat(child.exitCode()).isZero();
    }

    /** Starts threads with the expression and prints what became of them once a patch was applied. */
    private Stream<String> run(Path jdk, String start) throws Exception {
        Path image = Files.createDirectories(folder.resolve("image"));
        ChildJvm.compile(image, PROGRAM.formatted(start), "--release", "17");
        Path patched = Files.createDirectories(folder.resolve("patched"));
        ChildJvm.compile(patched, PATCH, "--release", "17", "-sourcepath", image.toString());
        byte[] body = Files.readAllBytes(patched.resolve("Main$$Hot1.class"));
        TestPatch patch = new TestPatch(1).classes("Main", Map.of("Main$$Hot1", body));
        patch.function("Main", "loop", "()V", true, "Main$$Hot1");
        Path table = Files.writeString(
                folder.resolve("table.json"), patch.write(folder).toJson());
        ChildJvm child = ChildJvm.start(jdk, image, Map.of(), "-Dsubsecond.enabled=true", "Main", table.toString());
        String output = child.output().lines().collect(Collectors.joining("\n"));
        assertThat(child.errors()).isEmpty();
        assertThat(child.exitCode()).isZero();
        return output.lines();
    }
}
