package dev.subsecond.devserver.serve;

import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Java-WebSocket's server, made to know one program and its guests. */
final class SocketServer extends WebSocketServer {

    /** Far above any message of a program; what is larger is an attack or a fault. */
    private static final int LARGEST_FRAME = 16 * 1024 * 1024;

    private static final String SERVER_VERSION = "0.1.0";

    private final Admission admission;
    private final ProgramListener listener;
    private final CompletableFuture<Void> bound = new CompletableFuture<>();

    private final Object lock = new Object();
    private Expected expected = new Expected("", -1);

    /** The connection of the program once it has said hello. Guarded by lock. */
    private @Nullable WebSocket program;

    /** Guarded by lock. */
    private final Guests guests = new Guests();

    SocketServer(Admission admission, ProgramListener listener) {
        super(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                1,
                List.<Draft>of(new Draft_6455(List.of(), List.of(new Protocol("")), LARGEST_FRAME)));
        this.admission = admission;
        this.listener = listener;
        setDaemon(true);
        setReuseAddr(true);
        setTcpNoDelay(true);
        // A program that a debugger has stopped answers no ping, and must not be taken for dead.
        setConnectionLostTimeout(0);
    }

    void startAndBind() throws IOException {
        start();
        try {
            bound.get();
        } catch (ExecutionException e) {
            throw new IOException("No port of this machine could be bound", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a port was bound", e);
        }
    }

    <T> T start(String buildId, ProgramStarter<T> starter, ToLongFunction<T> pid) throws IOException {
        WebSocket former;
        List<WebSocket> leaving;
        T started;
        synchronized (lock) {
            former = program;
            program = null;
            leaving = guests.startAnew();
            started = starter.start();
            expected = new Expected(buildId, pid.applyAsLong(started));
        }
        if (former != null) {
            former.close();
        }
        leaving.forEach(guest -> dismiss(guest, "The program was started anew."));
        return started;
    }

    void share(Message change) {
        synchronized (lock) {
            guests.share(change);
        }
    }

    boolean send(Message message) {
        WebSocket connection;
        synchronized (lock) {
            connection = program;
        }
        return connection != null && send(connection, message);
    }

    void stopQuietly() {
        try {
            stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        bound.complete(null);
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket connection, Draft draft, ClientHandshake request) throws InvalidDataException {
        if (!admission.trusts(request)) {
            throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "Not for you");
        }
        return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake request) {
        admission
                .objection(request.getResourceDescriptor(), expected())
                .ifPresent(reason -> dismiss(connection, reason));
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
        Message message;
        try {
            message = Messages.parse(text);
        } catch (IllegalArgumentException e) {
            dismiss(connection, "The program sent what is no message: " + e.getMessage());
            return;
        }
        if (message instanceof Message.Hello hello) {
            hello(connection, hello);
        } else if (!(message instanceof Message.Unknown)) {
            heard(connection, message);
        }
    }

    private void heard(WebSocket connection, Message message) {
        if (isProgram(connection)) {
            listener.received(message);
        } else {
            guestPid(connection).ifPresent(pid -> listener.receivedFromGuest(pid, message));
        }
    }

    @Override
    public void onMessage(WebSocket connection, ByteBuffer bytes) {
        dismiss(connection, "Programs send text, and this one sent bytes.");
    }

    private void hello(WebSocket connection, Message.Hello hello) {
        Expected wanted = expected();
        Optional<String> objection = admission.objection(hello, wanted);
        if (objection.isPresent()) {
            dismiss(connection, objection.get());
        } else if (hello.pid() != wanted.pid() && !hello.prepared()) {
            welcomeUnprepared(connection, hello);
        } else if (hello.pid() != wanted.pid()) {
            welcomeGuest(connection, hello);
        } else if (!takeAsProgram(connection)) {
            dismiss(connection, "The program is connected already.");
        } else if (send(connection, welcomeTo(hello))) {
            listener.connected(hello);
        }
    }

    static Message welcomeTo(Message.Hello hello) {
        return new Message.Welcome(Message.PROTOCOL, SERVER_VERSION, hello.generation());
    }

    /** Under the lock, so that what becomes live meanwhile comes after what was missed. Sending does not wait. */
    private void welcomeGuest(WebSocket connection, Message.Hello hello) {
        Optional<String> objection;
        synchronized (lock) {
            objection = guests.welcome(connection, hello);
        }
        objection.ifPresent(reason -> dismiss(connection, reason));
    }

    private void welcomeUnprepared(WebSocket connection, Message.Hello hello) {
        boolean isWelcome;
        synchronized (lock) {
            isWelcome = guests.welcomeUnprepared(connection, hello);
        }
        if (isWelcome) {
            listener.unpreparedConnected(hello);
        } else {
            dismiss(connection, "The process is connected already.");
        }
    }

    boolean sendTo(long pid, Message message) {
        synchronized (lock) {
            return guests.sendTo(pid, message);
        }
    }

    private Optional<Long> guestPid(WebSocket connection) {
        synchronized (lock) {
            return guests.pid(connection);
        }
    }

    private boolean takeAsProgram(WebSocket connection) {
        synchronized (lock) {
            if (program != null && program.isOpen()) {
                return false;
            }
            program = connection;
            return true;
        }
    }

    private boolean isProgram(WebSocket connection) {
        synchronized (lock) {
            return Objects.equals(connection, program);
        }
    }

    private Expected expected() {
        synchronized (lock) {
            return expected;
        }
    }

    private static void dismiss(WebSocket connection, String reason) {
        send(connection, new Message.Goodbye(reason));
        connection.close(CloseFrame.POLICY_VALIDATION);
    }

    static boolean send(WebSocket connection, Message message) {
        try {
            connection.send(Messages.toJson(message));
            return true;
        } catch (WebsocketNotConnectedException e) {
            return false;
        }
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        boolean wasProgram;
        synchronized (lock) {
            wasProgram = Objects.equals(connection, program);
            if (wasProgram) {
                program = null;
            }
            guests.gone(connection);
        }
        if (wasProgram) {
            listener.disconnected();
        }
    }

    /** An error of one connection closes it, which is all there is to say; one of the server is one of binding. */
    @Override
    public void onError(@Nullable WebSocket connection, Exception error) {
        if (connection == null) {
            bound.completeExceptionally(error);
        }
    }
}
