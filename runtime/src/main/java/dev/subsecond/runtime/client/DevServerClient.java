package dev.subsecond.runtime.client;

import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.event.Patching;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.wire.Message;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Connects the program to its dev server. One daemon thread connects, applies patches and answers; another reads what arrives. */
public final class DevServerClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private final boolean prepared;
    private final PatchApplier applier;
    private final EndingListener listener;

    DevServerClient(Endpoint endpoint, boolean prepared, PatchApplier applier, EndingListener listener) {
        this.endpoint = endpoint;
        this.prepared = prepared;
        this.applier = applier;
        this.listener = listener;
    }

    /**
     * Starts the thread and returns at once.
     *
     * @param prepared whether the program's classes were prepared before they were loaded
     * @param listener told when the connection has ended, or could not be made
     */
    public static void start(Endpoint endpoint, boolean prepared, EndingListener listener) {
        new DevServerClient(endpoint, prepared, Patching::apply, listener).start();
    }

    void start() {
        Thread thread = new Thread(this::run, "subsecond");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        Session session = new Session(new PatchReceiver(applier), listener);
        WebSocket socket = connect(session);
        if (socket == null) {
            return;
        }
        try {
            session.open(new Outbox(socket), hello());
            HotTable.shared().onFirstCall(session::firstCall, session);
            Patching.onRollback(session::rolledBack);
            WarmUp.run();
            session.work();
        } catch (RuntimeException | Error e) {
            // Without this thread the server would wait for answers for ever.
            socket.abort();
            session.closed("a fault in Subsecond ended its thread: " + e);
        }
    }

    /** Messages are read apart from the thread that works on them, so that a farewell need not wait for a handler. */
    private static Executor inOrder() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "subsecond-messages");
            thread.setDaemon(true);
            return thread;
        });
    }

    private @Nullable WebSocket connect(Session session) {
        try {
            return HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build()
                    .newWebSocketBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .header("Authorization", "Bearer " + endpoint.token())
                    .buildAsync(
                            endpoint.uri(ProcessHandle.current().pid(), Subsecond.generation()),
                            new Frames(session, inOrder()))
                    .join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            notConnected(cause);
        } catch (IllegalArgumentException e) {
            notConnected(e);
        }
        return null;
    }

    private void notConnected(Throwable cause) {
        if (cause instanceof WebSocketHandshakeException refused) {
            int status =
                    refused.getResponse() == null ? 0 : refused.getResponse().statusCode();
            listener.ended(Ending.REFUSED, "the dev server at " + endpoint + " refuses this program (" + status + ")");
        } else if (cause instanceof IllegalArgumentException wrong) {
            listener.ended(Ending.REFUSED, "the dev server's address or token cannot be used: " + wrong.getMessage());
        } else {
            listener.ended(Ending.UNREACHABLE, "the dev server at " + endpoint + " cannot be reached: " + cause);
        }
    }

    private Message.Hello hello() {
        return new Message.Hello(
                Message.PROTOCOL,
                endpoint.buildId(),
                ProcessHandle.current().pid(),
                System.getProperty("java.version"),
                Subsecond.generation(),
                prepared,
                Subsecond.functions().size(),
                List.of());
    }
}
