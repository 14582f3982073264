package dev.subsecond.devserver.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgramSocketTest {

    private static final String BUILD = "0123abcd";
    private static final long PID = 4711;

    private final Token token = Token.random();
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init")
    private ProgramSocket socket;

    @BeforeEach
    void open() throws Exception {
        socket = ProgramSocket.open(token, new ProgramListener() {
            @Override
            public void connected(Message.Hello hello) {
                heard.add(hello);
            }

            @Override
            public void unpreparedConnected(Message.Hello hello) {
                heard.add("unprepared " + hello.pid());
            }

            @Override
            public void received(Message message) {
                heard.add(message);
            }

            @Override
            public void receivedFromGuest(long pid, Message message) {
                heard.add(pid + " " + message);
            }

            @Override
            public void disconnected() {
                heard.add("disconnected");
            }
        });
        socket.start(BUILD, () -> PID, pid -> pid);
    }

    @AfterEach
    void close() {
        socket.close();
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(socket.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(socket.uri().getPath()).isEqualTo("/_subsecond");
    }

    @Test
    void theProgramIsWelcomedAndBothSidesTalk() throws Exception {
        Peer program = connect(uri(1, BUILD), Map.of("Authorization", bearer()));
        program.send(hello(1, BUILD, PID));

        assertThat(program.next()).isInstanceOf(Message.Welcome.class);
        assertThat(next()).isInstanceOf(Message.Hello.class);
        program.send(new Message.Log("INFO", "hi"));
        assertThat(next()).isEqualTo(new Message.Log("INFO", "hi"));
        assertThat(socket.send(new Message.Rollback(3))).isTrue();
        assertThat(program.next()).isEqualTo(new Message.Rollback(3));

        program.close();
        assertThat(next()).isEqualTo("disconnected");
        assertThat(socket.send(new Message.Restart())).isFalse();
    }

    @Test
    void withoutTheTokenThereIsNoWebSocket() {
        assertRefused(Map.of());
        assertRefused(Map.of("Authorization", "Bearer " + Token.random().text()));
        assertRefused(Map.of("Authorization", token.text()));
    }

    @Test
    void aWebPageIsRefusedEvenWithTheToken() {
        assertRefused(Map.of("Authorization", bearer(), "Origin", "http://example.org"));
        assertRefused(Map.of("Authorization", bearer(), "Origin", "null"));
    }

    @Test
    void anotherPathProtocolOrBuildIsSentAwayWithASentence() throws Exception {
        URI otherPath = URI.create(uri(1, BUILD).toString().replace("_subsecond", "other"));
        assertThat(goodbye(otherPath)).contains("/other").contains("/_subsecond");
        assertThat(goodbye(uri(2, BUILD))).contains("protocol 1").contains("speaks 2");
        assertThat(goodbye(uri(1, "ffff"))).contains("another build");
        assertThat(goodbye(socket.uri())).contains("speaks none");
    }

    @Test
    void anotherProcessOfTheSameBuildGetsWhatItHasMissedAndWhatComes() throws Exception {
        socket.share(new Message.Rollback(10));
        socket.share(new Message.Rollback(20));
        socket.share(new Message.Rollback(30));

        Peer guest = guest(1);

        assertThat(guest.next()).isInstanceOf(Message.Welcome.class);
        assertThat(guest.next()).isEqualTo(new Message.Rollback(20));
        assertThat(guest.next()).isEqualTo(new Message.Rollback(30));
        socket.share(new Message.Rollback(40));
        assertThat(guest.next()).isEqualTo(new Message.Rollback(40));
        assertThat(socket.send(new Message.Shutdown()))
                .as("a program is connected")
                .isFalse();
    }

    @Test
    void guestThatComesBackGetsTheRest() throws Exception {
        socket.share(new Message.Rollback(10));
        Peer guest = guest(0);
        assertThat(guest.next()).isInstanceOf(Message.Welcome.class);
        assertThat(guest.next()).isEqualTo(new Message.Rollback(10));
        guest.close();
        socket.share(new Message.Rollback(20));

        Peer again = guest(1);

        assertThat(again.next()).isInstanceOf(Message.Welcome.class);
        assertThat(again.next()).isEqualTo(new Message.Rollback(20));
    }

    @Test
    void whatAGuestSaysIsHeardApart() throws Exception {
        Peer guest = guest(0);
        assertThat(guest.next()).isInstanceOf(Message.Welcome.class);

        guest.send(new Message.Log("INFO", "hi"));

        assertThat(next()).isEqualTo("4712 " + new Message.Log("INFO", "hi"));
    }

    @Test
    void guestWithPatchesOfItsOwnIsSentAway() throws Exception {
        assertThat(((Message.Goodbye) guest(1).next()).reason())
                .contains("4712")
                .contains("restart it");
        assertThat(((Message.Goodbye) guest(-1).next()).reason()).contains("4712");
    }

    @Test
    void processThatWasNotPreparedIsAnnouncedAndFollowsNobody() throws Exception {
        Peer peer = connect(uri(1, BUILD), Map.of("Authorization", bearer()));
        peer.send(new Message.Hello(1, BUILD, PID + 1, "17", 0, false, 2, List.of()));
        assertThat(peer.next()).isInstanceOf(Message.Welcome.class);
        assertThat(next()).isEqualTo("unprepared 4712");

        socket.share(new Message.Rollback(10));
        assertThat(socket.sendTo(PID + 1, new Message.Rollback(20))).isTrue();
        assertThat(peer.next()).as("what is shared does not fit it").isEqualTo(new Message.Rollback(20));
        assertThat(socket.sendTo(PID + 2, new Message.Shutdown()))
                .as("nobody of that number")
                .isFalse();
        peer.send(new Message.Log("INFO", "hi"));
        assertThat(next()).isEqualTo("4712 " + new Message.Log("INFO", "hi"));

        Peer twice = connect(uri(1, BUILD), Map.of("Authorization", bearer()));
        twice.send(new Message.Hello(1, BUILD, PID + 1, "17", 0, false, 2, List.of()));
        assertThat(((Message.Goodbye) twice.next()).reason()).contains("connected already");

        socket.start(BUILD, () -> PID, pid -> pid);
        assertThat(((Message.Goodbye) peer.next()).reason()).contains("started anew");
    }

    @Test
    void guestsLeaveWithTheirProgram() throws Exception {
        socket.share(new Message.Rollback(10));
        Peer guest = guest(1);
        assertThat(guest.next()).isInstanceOf(Message.Welcome.class);

        socket.start(BUILD, () -> PID, pid -> pid);

        assertThat(((Message.Goodbye) guest.next()).reason()).contains("started anew");
        Peer next = guest(0);
        assertThat(next.next()).isInstanceOf(Message.Welcome.class);
        socket.share(new Message.Rollback(20));
        assertThat(next.next()).isEqualTo(new Message.Rollback(20));
    }

    private Peer guest(long generation) throws Exception {
        Peer guest = connect(uri(1, BUILD), Map.of("Authorization", bearer()));
        guest.send(new Message.Hello(1, BUILD, PID + 1, "17", generation, true, 2, List.of()));
        return guest;
    }

    @Test
    void theProgramConnectsOnlyOnce() throws Exception {
        Peer program = connect(uri(1, BUILD), Map.of("Authorization", bearer()));
        program.send(hello(1, BUILD, PID));
        assertThat(program.next()).isInstanceOf(Message.Welcome.class);
        Peer again = connect(uri(1, BUILD), Map.of("Authorization", bearer()));

        again.send(hello(1, BUILD, PID));

        assertThat(again.next()).isInstanceOf(Message.Goodbye.class);
        assertThat(socket.send(new Message.Rollback(1))).isTrue();
        assertThat(program.next()).isEqualTo(new Message.Rollback(1));
    }

    @Test
    void whoHasNotSaidHelloIsNotHeard() throws Exception {
        Peer silent = connect(uri(1, BUILD), Map.of("Authorization", bearer()));
        silent.send(new Message.Applied(1, 1, List.of(), Map.of(), null));
        silent.send(hello(1, BUILD, PID));

        assertThat(next()).isInstanceOf(Message.Hello.class);
    }

    @Test
    void whatIsNoMessageEndsTheConnection() throws Exception {
        Peer program = connect(uri(1, BUILD), Map.of("Authorization", bearer()));

        program.socket.sendText("{", true).join();

        assertThat(program.next()).isInstanceOf(Message.Goodbye.class);
        assertThat(program.next()).isEqualTo("closed");
    }

    @Test
    void aFrameBeyondTheLimitEndsTheConnection() throws Exception {
        Peer program = connect(uri(1, BUILD), Map.of("Authorization", bearer()));

        CompletableFuture<WebSocket> sending = program.socket.sendText("x".repeat(17 * 1024 * 1024), true);

        assertThat(program.next()).isEqualTo("closed");
        sending.cancel(true);
    }

    private Object next() throws InterruptedException {
        Object next = heard.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private String goodbye(URI uri) throws Exception {
        Peer peer = connect(uri, Map.of("Authorization", bearer()));
        String reason = ((Message.Goodbye) peer.next()).reason();
        assertThat(peer.next()).isEqualTo("closed");
        return reason;
    }

    private void assertRefused(Map<String, String> headers) {
        assertThatThrownBy(() -> connect(uri(1, BUILD), headers)).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private URI uri(int protocol, String build) {
        return URI.create(socket.uri() + "?protocol=" + protocol + "&build_id=" + build + "&pid=1&generation=0");
    }

    private String bearer() {
        return "Bearer " + token.text();
    }

    private static Message.Hello hello(int protocol, String build, long pid) {
        return new Message.Hello(protocol, build, pid, "17", 0, true, 2, List.of());
    }

    private static Peer connect(URI uri, Map<String, String> headers) throws Exception {
        Peer peer = new Peer();
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin");
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        headers.forEach(builder::header);
        peer.socket = builder.buildAsync(uri, peer).get(20, TimeUnit.SECONDS);
        return peer;
    }

    /** The other end, as the runtime makes it. */
    private static final class Peer implements WebSocket.Listener {

        private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();

        @SuppressWarnings("NullAway.Init")
        private WebSocket socket;

        void send(Message message) {
            socket.sendText(Messages.toJson(message), true).join();
        }

        void close() {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }

        Object next() throws InterruptedException {
            Object next = received.poll(20, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return next;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received.add(Messages.parse(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            received.add("closed");
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            received.add("closed");
        }
    }
}
