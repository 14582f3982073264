package dev.subsecond.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.client.TestServer;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way of one patch through this module: from the socket to the program's output and back. */
@Timeout(120)
class LivePatchTest {

    private static final String PROGRAM = """
            import dev.subsecond.runtime.HotFn0;
            import dev.subsecond.runtime.PatchEvent;
            import dev.subsecond.runtime.Subsecond;
            import dev.subsecond.runtime.link.StubLinker;
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.MethodType;
            import java.util.concurrent.CountDownLatch;

            public class Main {
                static final HotFn0<Integer> TICK = stub("tick", int.class);
                static final HotFn0<Void> HOLD = stub("hold", void.class);
                static final CountDownLatch HOLDING = new CountDownLatch(1);

                static int tick() { return 1; }

                private static void migrate(PatchEvent event) {
                    System.out.println("migrate " + event.generation());
                    throw new IllegalStateException("stops nothing");
                }

                static void hold() throws InterruptedException {
                    HOLDING.countDown();
                    new CountDownLatch(1).await();
                }

                public static void main(String[] args) throws Exception {
                    Subsecond.registerHandler(event -> System.out.println("handler " + event.generation()
                            + " " + event.functions().size() + " " + event.classes()));
                    Thread holder = new Thread(HOLD::call);
                    holder.setDaemon(true);
                    holder.start();
                    HOLDING.await();
                    for (int command = System.in.read(); command == 't'; command = System.in.read()) {
                        System.out.println(TICK.call() + " version " + TICK.version() + " generation "
                                + Subsecond.generation());
                    }
                }

                static <R> HotFn0<R> stub(String name, Class<?> returned) {
                    return HotFn0.of(StubLinker.link(
                            MethodHandles.lookup(), Main.class, name, MethodType.methodType(returned), true));
                }
            }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path patchFolder;

    static Stream<Path> jdks() throws IOException {
        return Jdks.homes();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void goesLiveIsReportedAndItsFirstCallToo(Path jdk) throws Exception {
        TestServer server = TestServer.listen();
        ChildJvm child = start(jdk, server);
        BufferedReader output = child.output();
        WebSocket program = server.welcome();
        child.input("t");
        assertThat(output.readLine()).isEqualTo("1 version 0 generation 0");

        program.send(Messages.toJson(patch().write()));
        Message.Applied applied = server.receive(Message.Applied.class);
        assertThat(output.readLine()).isEqualTo("handler 1 2 [class Main]");
        assertThat(output.readLine()).isEqualTo("migrate 1");
        assertThat(applied.sequence()).isEqualTo(1);
        assertThat(applied.generation()).isEqualTo(1);
        assertThat(applied.functions())
                .containsExactly(
                        new Message.AppliedFunction(
                                MainPatch.id("tick", "()I"),
                                "Main.tick()",
                                MainPatch.id("tick", "()I"),
                                patch().pointer(0),
                                0),
                        new Message.AppliedFunction(
                                MainPatch.id("hold", "()V"),
                                "Main.hold()",
                                MainPatch.id("hold", "()V"),
                                patch().pointer(1),
                                1));
        assertThat(applied.timings()).containsKeys("verify", "commit", "handlers");

        child.input("t");
        assertThat(output.readLine()).isEqualTo("2 version 1 generation 1");
        Message.FirstCall firstCall = server.receive(Message.FirstCall.class);
        assertThat(firstCall.sequence()).isEqualTo(1);
        assertThat(firstCall.function()).isEqualTo(MainPatch.id("tick", "()I"));
        assertThat(firstCall.sinceCommitMicros()).isPositive();
        child.input("q");
        assertThat(child.exitCode()).isZero();
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void patchForAnotherBuildIsRejectedAndTheNextOneWorks(Path jdk) throws Exception {
        TestServer server = TestServer.listen();
        ChildJvm child = start(jdk, server);
        WebSocket program = server.welcome();
        program.send(Messages.toJson(patch().build("b2").write()));
        assertThat(server.receive(Message.Rejected.class).reason()).isEqualTo("WRONG_BUILD");
        child.input("t");
        assertThat(child.output().readLine()).isEqualTo("1 version 0 generation 0");
        program.send(Messages.toJson(patch().write()));
        server.receive(Message.Applied.class);
        child.input("q");
        assertThat(child.exitCode()).isZero();
        server.shutDown();
    }

    private ChildJvm start(Path jdk, TestServer server) throws IOException {
        ChildJvm.compile(folder, PROGRAM, "--release", "17");
        Map<String, String> environment = Map.of(
                "SUBSECOND_DEVSERVER",
                server.uri().toString(),
                "SUBSECOND_TOKEN",
                "secret",
                "SUBSECOND_BUILD_ID",
                "b1");
        return ChildJvm.start(jdk, folder, environment, Launcher.class.getName(), "Main");
    }

    private MainPatch patch() {
        return new MainPatch(patchFolder, 1)
                .method("tick", "()I", "public static int tick() { return 2; }")
                .method("hold", "()V", "public static void hold() {}")
                .onPatch("migrate");
    }
}
