package dev.subsecond.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A dev server on a real socket that does what a test tells it to and keeps what it is sent. */
public final class TestServer extends WebSocketServer {

    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> connections = new LinkedBlockingQueue<>();
    private final BlockingQueue<ClientHandshake> handshakes = new LinkedBlockingQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);

    private TestServer(int port) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        setDaemon(true);
        setReuseAddr(true);
    }

    public static TestServer listen() throws InterruptedException {
        return listen(0);
    }

    /** Listens where another server has listened before. */
    public static TestServer listen(int port) throws InterruptedException {
        TestServer server = new TestServer(port);
        server.start();
        assertThat(server.started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return server;
    }

    public URI uri() {
        return URI.create("ws://127.0.0.1:" + getPort());
    }

    Endpoint endpoint() {
        return new Endpoint(uri(), "secret", "b1");
    }

    public WebSocket connection() throws InterruptedException {
        return take(connections);
    }

    public ClientHandshake handshake() throws InterruptedException {
        return take(handshakes);
    }

    public <M extends Message> M receive(Class<M> type) throws InterruptedException {
        Message message = take(received);
        assertThat(message).isInstanceOf(type);
        return type.cast(message);
    }

    /** Lets a program in: takes its greeting and welcomes it. */
    public WebSocket welcome() throws InterruptedException {
        WebSocket program = connection();
        receive(Message.Hello.class);
        program.send(Messages.toJson(new Message.Welcome(Message.PROTOCOL, "test", 0)));
        return program;
    }

    private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("something arrives").isNotNull();
        return next;
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        handshakes.add(handshake);
        connections.add(connection);
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        received.add(Messages.parse(message));
    }

    @Override
    public void onMessage(WebSocket connection, ByteBuffer message) {
        throw new AssertionError("a program sends text only");
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket connection, Exception failure) {}

    @Override
    public void onStart() {
        started.countDown();
    }

    public void shutDown() throws InterruptedException {
        stop(0);
    }
}
