package dev.subsecond.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.client.TestServer;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that nobody serves: they connect themselves, their image is not prepared, and they outlive the server. */
@Timeout(180)
class DevtoolsTest {

    private static final String PROGRAM = """
            import dev.subsecond.runtime.*;
            import dev.subsecond.runtime.link.StubLinker;
            import java.io.*;
            import java.lang.invoke.*;
            import java.nio.file.*;
            import java.time.Duration;
            import java.util.concurrent.CountDownLatch;

            public class Main {
                static int tick() { return 1; }

                static int loop() throws InterruptedException {
                    System.out.println("looping");
                    new CountDownLatch(1).await();
                    return 0;
                }

                public static void main(String[] args) throws Exception {
                    Connection connection = Devtools.connect();
                    Subsecond.registerHandler(event -> System.out.println("handler " + event.generation()));
                    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        run(connection, line.split(" ", 2));
                    }
                }

                static void run(Connection connection, String[] command) throws Exception {
                    switch (command[0]) {
                        case "tick" -> System.out.println(Stubs.TICK.call() + " generation " + Subsecond.generation());
                        case "await" -> System.out.println(connection.awaitConnected(Duration.ofSeconds(60)));
                        case "same" -> System.out.println(connection == Devtools.connect());
                        case "close" -> connection.close();
                        case "apply" -> apply(Path.of(command[1]));
                        case "serve" -> {
                            int[] kept = {0};
                            Devtools.serve(() -> {
                                kept[0]++;
                                System.out.println("loop returns " + Stubs.LOOP.call());
                            });
                            System.out.println("served after " + kept[0] + " runs");
                        }
                        default -> throw new AssertionError(command[0]);
                    }
                }

                static void apply(Path table) throws Exception {
                    try {
                        System.out.println("generation "
                                + Subsecond.applyPatch(JumpTable.parse(Files.readString(table))).generation());
                    } catch (PatchException e) {
                        System.out.println(e.reason());
                    }
                }
            }

            class Stubs {
                static final HotFn0<Integer> TICK = stub("tick");
                static final HotFn0<Integer> LOOP = stub("loop");

                static HotFn0<Integer> stub(String name) {
                    return HotFn0.of(StubLinker.link(
                            MethodHandles.lookup(), Main.class, name, MethodType.methodType(int.class), true));
                }
            }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path patchFolder;

    private final List<TestServer> servers = new ArrayList<>();

    static Stream<Path> jdks() throws IOException {
        return Jdks.homes();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (TestServer server : servers) {
            server.shutDown();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void isPatchedThroughItsStubsAndCatchesUpInOrderWhenTheServerIsBack(Path jdk) throws Exception {
        TestServer first = listen(0);
        ChildJvm child = start(jdk, environment(first.uri().toString()));
        assertThat(first.handshake().getFieldValue("Authorization")).isEqualTo("Bearer secret");
        WebSocket program = first.connection();
        Message.Hello hello = first.receive(Message.Hello.class);
        assertThat(hello.prepared()).isFalse();
        assertThat(hello.pid()).isEqualTo(child.pid());
        welcome(program);
        assertThat(ask(child, "await")).isEqualTo("true");
        assertThat(ask(child, "same")).isEqualTo("true");
        assertThat(ask(child, "tick")).isEqualTo("1 generation 0");
        program.send(Messages.toJson(tick(1)));
        assertThat(first.receive(Message.Applied.class).generation()).isEqualTo(1);
        assertThat(child.output().readLine()).isEqualTo("handler 1");
        assertThat(ask(child, "tick")).isEqualTo("2 generation 1");
        first.receive(Message.FirstCall.class);

        int port = first.getPort();
        first.shutDown();
        assertThat(ask(child, "tick")).isEqualTo("2 generation 1");
        TestServer second = listen(port);
        program = second.connection();
        assertThat(second.handshake().getResourceDescriptor()).endsWith("&generation=1");
        assertThat(second.receive(Message.Hello.class).generation()).isEqualTo(1);
        welcome(program);
        program.send(Messages.toJson(tick(2)));
        program.send(Messages.toJson(tick(3)));
        assertThat(second.receive(Message.Applied.class).sequence()).isEqualTo(2);
        assertThat(second.receive(Message.Applied.class).sequence()).isEqualTo(3);
        assertThat(child.output().readLine()).isEqualTo("handler 2");
        assertThat(child.output().readLine()).isEqualTo("handler 3");
        assertThat(ask(child, "tick")).isEqualTo("4 generation 3");

        second.shutDown();
        assertThat(ask(child, "tick")).isEqualTo("4 generation 3");
        end(child);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void patchThatTheProgramAppliesItselfIsToldToTheServerAndShutdownDoesNotEndIt(Path jdk) throws Exception {
        TestServer server = listen(0);
        ChildJvm child = start(jdk, environment(server.uri().toString()));
        WebSocket program = server.welcome();
        assertThat(ask(child, "await")).isEqualTo("true");
        Path table = Files.writeString(
                folder.resolve("table.json"), tick(1).jumpTable().toJson());
        assertThat(ask(child, "apply " + table)).isEqualTo("handler 1");
        assertThat(child.output().readLine()).isEqualTo("generation 1");
        Message.Applied applied = server.receive(Message.Applied.class);
        assertThat(applied.sequence()).isEqualTo(1);
        assertThat(applied.rolledBackTo()).isNull();

        program.send(Messages.toJson(new Message.Shutdown()));
        WebSocket again = server.connection();
        assertThat(server.receive(Message.Hello.class).generation()).isEqualTo(1);
        welcome(again);
        assertThat(ask(child, "await")).isEqualTo("true");
        child.input("close\n");
        assertThat(server.receive(Message.Goodbye.class).reason()).contains("closed");
        assertThat(ask(child, "await")).isEqualTo("false");
        assertThat(ask(child, "tick")).isEqualTo("2 generation 1");
        end(child);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void servedTaskIsStoppedAndStartedAgainByAPatchOfWhatItIsInsideOf(Path jdk) throws Exception {
        TestServer server = listen(0);
        ChildJvm child = start(jdk, environment(server.uri().toString()));
        WebSocket program = server.welcome();
        assertThat(ask(child, "serve")).isEqualTo("looping");
        program.send(Messages.toJson(tick(1)));
        server.receive(Message.Applied.class);
        assertThat(child.output().readLine()).isEqualTo("handler 1");
        program.send(Messages.toJson(new MainPatch(patchFolder, 2)
                .method("loop", "()I", "public static int loop() { return 7; }")
                .write()));
        server.receive(Message.Applied.class);
        assertThat(child.output().readLine()).isEqualTo("handler 2");
        assertThat(child.output().readLine()).isEqualTo("loop returns 7");
        assertThat(child.output().readLine()).isEqualTo("served after 2 runs");
        end(child);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void refusalIsSaidOnceAndTheServerIsNotAskedAgain(Path jdk) throws Exception {
        try (ServerSocket http = new ServerSocket(0)) {
            ChildJvm child = start(jdk, environment("ws://127.0.0.1:" + http.getLocalPort()));
            try (Socket socket = http.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream()
                        .write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(ask(child, "await")).isEqualTo("false");
            }
            assertThat(ask(child, "tick")).isEqualTo("1 generation 0");
            end(child);
            assertThat(child.errors().lines().filter(line -> line.contains("refuses this program (401)")))
                    .singleElement()
                    .asString()
                    .contains("SUBSECOND_TOKEN", "runs on without patches")
                    .doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void withoutAServerPatchingStaysOffAndEachNoticeIsSaidOnce(Path jdk) throws Exception {
        ChildJvm child = start(jdk, Map.of());
        assertThat(ask(child, "await")).isEqualTo("false");
        Path table = Files.writeString(
                folder.resolve("table.json"), tick(1).jumpTable().toJson());
        assertThat(ask(child, "apply " + table)).isEqualTo("DISABLED");
        assertThat(ask(child, "same")).isEqualTo("true");
        assertThat(ask(child, "tick")).isEqualTo("1 generation 0");
        end(child);
        List<String> said =
                child.errors().lines().filter(line -> line.startsWith("INFO")).toList();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("Devtools does not connect", "SUBSECOND_DEVSERVER");
        assertThat(said.get(1))
                .contains("Subsecond.registerHandler has no effect", "no patch will ever come", "subsecond serve");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void optionThatTheJvmShouldHaveIsMentionedWhereItIsMissing(Path jdk) throws Exception {
        assertThat(notices(jdk)).contains("-XX:PerMethodRecompilationCutoff=-1");
        assertThat(notices(jdk, "-XX:PerMethodRecompilationCutoff=-1")).isEmpty();
    }

    /** What a program says on standard error that connects and applies one patch. */
    private String notices(Path jdk, String... options) throws Exception {
        TestServer server = listen(0);
        ChildJvm child = start(jdk, environment(server.uri().toString()), options);
        WebSocket program = server.welcome();
        program.send(Messages.toJson(tick(1)));
        server.receive(Message.Applied.class);
        child.input("close\n");
        server.receive(Message.Goodbye.class);
        end(child);
        return child.errors();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void connectingTooLateIsAnExceptionThatSaysTheWayOut(Path jdk) throws Exception {
        String source = """
                class Main {
                    public static void main(String[] args) {
                        dev.subsecond.runtime.Subsecond.generation();
                        dev.subsecond.runtime.Devtools.connectAt(java.net.URI.create("ws://127.0.0.1:1"), "t");
                    }
                }
                """;
        ChildJvm.compile(folder, source, "--release", "17");
        ChildJvm late = ChildJvm.start(jdk, folder, Map.of(), "Main");
        assertThat(late.exitCode()).isOne();
        assertThat(late.errors()).contains("IllegalStateException", "first statement of main");
        ChildJvm on = ChildJvm.start(jdk, folder, Map.of(), "-Dsubsecond.enabled=true", "Main");
        assertThat(on.exitCode()).isZero();
        ChildJvm off = ChildJvm.start(jdk, folder, Map.of(), "-Dsubsecond.enabled=false", "Main");
        assertThat(off.exitCode()).isZero();
        assertThat(off.errors()).contains("-Dsubsecond.enabled=false keeps patching off");
    }

    private TestServer listen(int port) throws InterruptedException {
        TestServer server = TestServer.listen(port);
        servers.add(server);
        return server;
    }

    private Message.Patch tick(long sequence) throws IOException {
        return new MainPatch(patchFolder, sequence)
                .method("tick", "()I", "public static int tick() { return " + (sequence + 1) + "; }")
                .write();
    }

    private static void welcome(WebSocket program) {
        program.send(Messages.toJson(new Message.Welcome(Message.PROTOCOL, "test", 0)));
    }

    private static String ask(ChildJvm child, String command) throws IOException {
        child.input(command + "\n");
        BufferedReader output = child.output();
        return output.readLine();
    }

    private static void end(ChildJvm child) throws Exception {
        child.endOfInput();
        assertThat(child.exitCode()).isZero();
    }

    private ChildJvm start(Path jdk, Map<String, String> environment, String... options) throws IOException {
        ChildJvm.compile(folder, PROGRAM, "--release", "17");
        String[] command = Stream.concat(Stream.of(options), Stream.of("Main")).toArray(String[]::new);
        return ChildJvm.start(jdk, folder, environment, command);
    }

    private static Map<String, String> environment(String uri) {
        return Map.of("SUBSECOND_DEVSERVER", uri, "SUBSECOND_TOKEN", "secret", "SUBSECOND_BUILD_ID", "b1");
    }
}
