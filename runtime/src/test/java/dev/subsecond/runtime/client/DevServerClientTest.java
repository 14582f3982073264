package dev.subsecond.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.event.AppliedPatch;
import dev.subsecond.runtime.patch.Commit;
import dev.subsecond.runtime.patch.CommittedFunction;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import dev.subsecond.runtime.wire.MethodRef;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DevServerClientTest {

    private static final byte[] BYTES = "patch".getBytes(StandardCharsets.UTF_8);

    private final BlockingQueue<String> endings = new LinkedBlockingQueue<>();
    private final BlockingQueue<JumpTable> tables = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> contents = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void listen() throws InterruptedException {
        server = TestServer.listen();
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.shutDown();
    }

    @Test
    void introducesTheProgram() throws InterruptedException {
        start(this::apply);
        var handshake = server.handshake();
        assertThat(handshake.getFieldValue("Authorization")).isEqualTo("Bearer secret");
        long pid = ProcessHandle.current().pid();
        assertThat(handshake.getResourceDescriptor())
                .isEqualTo("/_subsecond?protocol=1&build_id=b1&pid=" + pid + "&generation=0");
        Message.Hello hello = server.receive(Message.Hello.class);
        assertThat(hello)
                .isEqualTo(new Message.Hello(
                        1, "b1", pid, System.getProperty("java.version"), 0, true, hello.functions(), List.of()));
    }

    @Test
    void appliesAPatchWhoseFileItCanRead() throws Exception {
        WebSocket program = connected(this::apply);
        send(program, patch(file("p.jar"), BYTES.length));
        Message.Applied applied = server.receive(Message.Applied.class);
        assertThat(applied.sequence()).isEqualTo(3);
        assertThat(applied.generation()).isEqualTo(7);
        assertThat(applied.functions())
                .containsExactly(new Message.AppliedFunction(
                        "0xffffffffffffffff", "app.Game.tick()", "0xfffffffffffffffe", "0xfffffffffffffffd", 0));
        assertThat(applied.timings()).containsOnlyKeys("verify", "commit", "handlers");
        assertThat(applied.timings()).containsEntry("verify", 1.5).containsEntry("handlers", 0.25);
        JumpTable table = tables.remove();
        assertThat(table.lib()).isEqualTo(folder.resolve("p.jar"));
        assertThat(table.buildId()).contains("b1");
        assertThat(table.sequence()).hasValue(3);
        assertThat(table.sha256()).contains("ab");
    }

    @Test
    void takesTheBytesWhenItCannotReadTheFile() throws Exception {
        WebSocket program = connected(this::apply);
        send(program, patch(folder.resolve("elsewhere.jar"), BYTES.length));
        program.send(BYTES);
        server.receive(Message.Applied.class);
        assertThat(contents.remove()).isEqualTo("patch");
        assertThat(tables.remove().lib()).doesNotExist();
    }

    @Test
    void rejectsWhenTheBytesDoNotFollow() throws Exception {
        WebSocket program = connected(this::apply);
        send(program, patch(folder.resolve("elsewhere.jar"), BYTES.length));
        send(program, patch(file("p.jar"), BYTES.length));
        Message.Rejected rejected = server.receive(Message.Rejected.class);
        assertThat(rejected.reason()).isEqualTo("LOAD_FAILED");
        assertThat(rejected.message()).contains("cannot be read").contains("elsewhere.jar");
        server.receive(Message.Applied.class);
    }

    @Test
    void rejectsWhenNothingFollows() throws Exception {
        WebSocket program = connected(this::apply);
        send(program, patch(folder.resolve("elsewhere.jar"), BYTES.length));
        assertThat(server.receive(Message.Rejected.class).reason()).isEqualTo("LOAD_FAILED");
    }

    @Test
    void rejectsAFileOfAnotherLength() throws Exception {
        WebSocket program = connected(this::apply);
        send(program, patch(file("p.jar"), 99));
        Message.Rejected rejected = server.receive(Message.Rejected.class);
        assertThat(rejected.reason()).isEqualTo("INTEGRITY");
        assertThat(rejected.message()).contains("5 bytes").contains("99");
        assertThat(tables).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "\"build_id\":\"b1\" | \"build_id\":\"b2\"",
                "\"sequence\":3,\"sha256\" | \"sequence\":4,\"sha256\"",
                "\"sha256\":\"ab\"} | \"sha256\":\"cd\"}",
            })
    void rejectsAMessageThatContradictsItsTable(String right, String wrong) throws Exception {
        WebSocket program = connected(this::apply);
        String json = Messages.toJson(patch(file("p.jar"), BYTES.length));
        assertThat(json).contains(right);
        program.send(json.replace(right, wrong));
        assertThat(server.receive(Message.Rejected.class).reason()).isEqualTo("INTEGRITY");
        assertThat(tables).isEmpty();
    }

    @Test
    void rejectionCarriesItsReasonAndTheNamesItUsedUp() throws Exception {
        WebSocket program = connected(table -> {
            throw new PatchException(
                    PatchException.Reason.VERIFY_FAILED,
                    "bad code",
                    "app.Game.tick()",
                    List.of("app.Game$$Hot3"),
                    null);
        });
        send(program, patch(file("p.jar"), BYTES.length));
        assertThat(server.receive(Message.Rejected.class))
                .isEqualTo(new Message.Rejected(
                        3, "VERIFY_FAILED", "app.Game.tick(): bad code", List.of("app.Game$$Hot3")));
    }

    @Test
    void faultOfTheEngineIsAnsweredAndSurvived() throws Exception {
        WebSocket program = connected(table -> {
            throw new OutOfMemoryError("gone");
        });
        send(program, patch(file("p.jar"), BYTES.length));
        assertThat(server.receive(Message.Rejected.class).message()).contains("gone");
        send(program, patch(file("p.jar"), BYTES.length));
        server.receive(Message.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "[]", "{\"type\":\"Patch\"}", "{\"type\":\"Rollback\",\"generation\":\"x\"}"})
    void malformedMessageIsReportedAndSurvived(String text) throws Exception {
        WebSocket program = connected(this::apply);
        program.send(text);
        Message.Log log = server.receive(Message.Log.class);
        assertThat(log.level()).isEqualTo("WARNING");
        assertThat(log.message()).startsWith("A message of the dev server was ignored. Not a message");
        stillWorks(program);
    }

    @Test
    void oversizedMessageIsDroppedAndSurvived() throws Exception {
        WebSocket program = connected(this::apply);
        program.send("x".repeat(Frames.MAX_TEXT + 1));
        assertThat(server.receive(Message.Log.class).message()).contains("too large");
        stillWorks(program);
        program.send(new byte[Frames.MAX_BINARY + 1]);
        assertThat(server.receive(Message.Log.class).message()).contains("too large");
        stillWorks(program);
    }

    @Test
    void newsAndUnknownMessagesAreIgnored() throws Exception {
        WebSocket program = connected(this::apply);
        program.send("{\"type\":\"Later\",\"x\":[1]}");
        program.send(BYTES);
        send(program, new Message.PatchStart(3, List.of("Game.java")));
        send(program, new Message.PatchFailed(3, List.of()));
        stillWorks(program);
    }

    @Test
    void aRollbackThatCannotBeIsRejectedWithItsReason() throws Exception {
        WebSocket program = connected(this::apply);
        send(program, new Message.Rollback(Long.MAX_VALUE));
        Message.Rejected rejected = server.receive(Message.Rejected.class);
        assertThat(rejected.sequence()).isEqualTo(Message.Rejected.ROLLBACK);
        assertThat(rejected.reason()).isEqualTo("DISABLED");
        assertThat(rejected.message()).contains("subsecond serve");
        stillWorks(program);
    }

    @Test
    void shutdownAndRestartEndTheProgram() throws Exception {
        for (Message message : List.<Message>of(new Message.Shutdown(), new Message.Restart())) {
            send(connected(this::apply), message);
            assertThat(ending()).startsWith("SHUTDOWN");
        }
    }

    @Test
    void goodbyeAfterTheWelcomeIsALoss() throws Exception {
        send(connected(this::apply), new Message.Goodbye("serve ends"));
        assertThat(ending()).isEqualTo("LOST serve ends");
    }

    @Test
    void goodbyeInsteadOfAWelcomeIsARefusalAndNotOvertakenByTheClosing() throws Exception {
        start(this::apply);
        WebSocket program = server.connection();
        send(program, new Message.Goodbye("another build"));
        program.close(1008);
        assertThat(ending()).isEqualTo("REFUSED another build");
    }

    @Test
    void otherProtocolIsRefused() throws Exception {
        start(this::apply);
        WebSocket program = server.connection();
        server.receive(Message.Hello.class);
        send(program, new Message.Welcome(2, "9", 0));
        assertThat(server.receive(Message.Goodbye.class).reason()).contains("protocol 2");
        assertThat(ending()).startsWith("REFUSED").contains("protocol 2");
    }

    @Test
    void closedConnectionIsALoss() throws Exception {
        connected(this::apply).close(1001, "bye");
        assertThat(ending()).isEqualTo("LOST bye");
    }

    @Test
    void brokenConnectionIsALossEvenWhileAHandlerHangs() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        WebSocket program = connected(table -> {
            entered.countDown();
            awaitUninterruptibly(never);
            return apply(table);
        });
        send(program, patch(file("p.jar"), BYTES.length));
        entered.await();
        program.closeConnection(1006, "broken");
        assertThat(ending()).startsWith("LOST");
        never.countDown();
    }

    @Test
    void shutdownIsHeardEvenWhileAHandlerHangs() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        WebSocket program = connected(table -> {
            entered.countDown();
            awaitUninterruptibly(never);
            return apply(table);
        });
        send(program, patch(file("p.jar"), BYTES.length));
        entered.await();
        send(program, new Message.Shutdown());
        assertThat(ending()).startsWith("SHUTDOWN");
        never.countDown();
    }

    @Test
    void nobodyAtTheAddressIsUnreachable() throws Exception {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        Endpoint endpoint = new Endpoint(URI.create("ws://127.0.0.1:" + freePort), "secret", "b1");
        client(endpoint, this::apply).start();
        assertThat(ending()).startsWith("UNREACHABLE").contains(Integer.toString(freePort));
    }

    @Test
    void httpErrorIsARefusal() throws Exception {
        try (ServerSocket http = new ServerSocket(0)) {
            Endpoint endpoint = new Endpoint(URI.create("ws://127.0.0.1:" + http.getLocalPort()), "secret", "b1");
            client(endpoint, this::apply).start();
            try (var socket = http.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream()
                        .write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(ending()).startsWith("REFUSED").contains("401").doesNotContain("secret");
            }
        }
    }

    @Test
    void tokenThatIsNoHeaderIsARefusal() throws Exception {
        client(new Endpoint(server.uri(), "a\nb", "b1"), this::apply).start();
        assertThat(ending()).startsWith("REFUSED");
    }

    private void stillWorks(WebSocket program) throws Exception {
        send(program, patch(file("p.jar"), BYTES.length));
        server.receive(Message.Applied.class);
    }

    private WebSocket connected(TestEngine.Applier applier) throws InterruptedException {
        start(applier);
        return server.welcome();
    }

    private void start(TestEngine.Applier applier) {
        client(server.endpoint(), applier).start();
    }

    private DevServerClient client(Endpoint endpoint, TestEngine.Applier applier) {
        return new DevServerClient(endpoint, true, new TestEngine(applier), this::ended, false);
    }

    private void ended(Ending ending, String why) {
        endings.add(ending + " " + why);
    }

    private String ending() throws InterruptedException {
        return endings.poll(30, TimeUnit.SECONDS);
    }

    private AppliedPatch apply(JumpTable table) {
        tables.add(table);
        try {
            contents.add(Files.readString(table.lib()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        CommittedFunction tick = new CommittedFunction(
                new HotFnPtr(-1),
                "app.Game.tick()",
                new HotFnPtr(-2),
                new HotFnPtr(-3),
                new MethodRef("app.Game", "tick", "()V"),
                new MethodRef("app.Game$$Hot3", "tick", "(Lapp/Game;)V"));
        Map<String, Duration> timings = Map.of("verify", Duration.ofNanos(1_500_000), "commit", Duration.ofMillis(1));
        return new AppliedPatch(
                new Commit(3, 7, List.of(tick), Set.of(), timings, List.of()), Duration.ofNanos(250_000), null);
    }

    private static Message.Patch patch(Path jar, long length) {
        JumpTable table = JumpTable.managed(jar, new TreeMap<>(Map.of(-1L, -3L)), "b1", 3, "ab");
        return new Message.Patch(3, "b1", table, "ab", length, List.of(), Map.of());
    }

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), BYTES);
    }

    private static void send(WebSocket program, Message message) {
        program.send(Messages.toJson(message));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
