package dev.subsecond.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.client.TestServer;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    private static final String NEW_CODE = """
            class Main$$Hot1 {
                public static int tick() { return 2; }
                public static void hold() {}
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

        program.send(Messages.toJson(patch("b1")));
        Message.Applied applied = server.receive(Message.Applied.class);
        assertThat(output.readLine()).isEqualTo("handler 1 2 [class Main]");
        assertThat(applied.sequence()).isEqualTo(1);
        assertThat(applied.generation()).isEqualTo(1);
        assertThat(applied.functions())
                .containsExactly(
                        new Message.AppliedFunction(
                                id("tick", "()I"), "Main.tick()", id("tick", "()I"), "0x8000000000000011", 0),
                        new Message.AppliedFunction(
                                id("hold", "()V"), "Main.hold()", id("hold", "()V"), "0x8000000000000012", 1));
        assertThat(applied.timings()).containsKeys("verify", "commit", "handlers");

        child.input("t");
        assertThat(output.readLine()).isEqualTo("2 version 1 generation 1");
        Message.FirstCall firstCall = server.receive(Message.FirstCall.class);
        assertThat(firstCall.sequence()).isEqualTo(1);
        assertThat(firstCall.function()).isEqualTo(id("tick", "()I"));
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
        program.send(Messages.toJson(patch("b2")));
        assertThat(server.receive(Message.Rejected.class).reason()).isEqualTo("WRONG_BUILD");
        child.input("t");
        assertThat(child.output().readLine()).isEqualTo("1 version 0 generation 0");
        program.send(Messages.toJson(patch("b1")));
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

    private Message.Patch patch(String buildId) throws Exception {
        ChildJvm.compile(patchFolder, NEW_CODE, "--release", "17");
        byte[] code = Files.readAllBytes(patchFolder.resolve("Main$$Hot1.class"));
        PatchManifest manifest = new PatchManifest(
                PatchManifest.FORMAT,
                buildId,
                1,
                List.of(function("tick", "()I", "0x8000000000000011"), function("hold", "()V", "0x8000000000000012")),
                List.of(),
                List.of(new PatchClass("Main$$Hot1", "Main", code.length, sha256(code))),
                List.of(),
                List.of());
        Path jar = patchFolder.resolve("patch-" + buildId + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(PatchManifest.ENTRY));
            zip.write(manifest.toJson());
            zip.putNextEntry(new ZipEntry("Main$$Hot1.class"));
            zip.write(code);
        }
        TreeMap<Long, Long> map = new TreeMap<>();
        manifest.functions().forEach(f -> map.put(Addresses.parse(f.id()), Addresses.parse(f.pointer())));
        byte[] bytes = Files.readAllBytes(jar);
        JumpTable table = JumpTable.managed(jar, map, buildId, 1, sha256(bytes));
        return new Message.Patch(1, buildId, table, sha256(bytes), bytes.length, List.of(), Map.of());
    }

    private static FunctionPatch function(String name, String descriptor, String pointer) {
        MethodRef body = new MethodRef("Main$$Hot1", name, descriptor);
        return new FunctionPatch(
                id(name, descriptor), pointer, pointer, "Main", name, descriptor, true, false, true, body, List.of());
    }

    private static String id(String name, String descriptor) {
        return Addresses.format(Addresses.function("b1", "Main", name, descriptor));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
