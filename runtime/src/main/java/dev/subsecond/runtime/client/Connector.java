package dev.subsecond.runtime.client;

import dev.subsecond.runtime.Subsecond;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens WebSockets to one server. Belongs to the client's thread. */
final class Connector {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private final ExecutorService messages = inOrder();
    private @Nullable HttpClient http;

    Connector(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** An open socket whose messages the session gets; null if there is none, which the session was told. */
    @Nullable
    WebSocket connect(Session session) {
        try {
            return http().newWebSocketBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .header("Authorization", "Bearer " + endpoint.token())
                    .buildAsync(
                            endpoint.uri(ProcessHandle.current().pid(), Subsecond.generation()),
                            new Frames(session, messages))
                    .join();
        } catch (CompletionException e) {
            notConnected(session, e.getCause() == null ? e : e.getCause());
        } catch (IllegalArgumentException e) {
            notConnected(session, e);
        }
        return null;
    }

    /** One for all attempts, because each has a thread. */
    private HttpClient http() {
        HttpClient known = http;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
            http = known;
        }
        return known;
    }

    /**
     * Messages are read apart from the thread that works on them, so that a farewell need not wait for a handler. The
     * thread goes when nothing comes for a while.
     */
    private static ExecutorService inOrder() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "subsecond-messages");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private void notConnected(Session session, Throwable cause) {
        if (cause instanceof WebSocketHandshakeException refused) {
            int status =
                    refused.getResponse() == null ? 0 : refused.getResponse().statusCode();
            session.end(Ending.REFUSED, "the dev server at " + endpoint + " refuses this program (" + status + ")");
        } else if (cause instanceof IllegalArgumentException wrong) {
            session.end(Ending.REFUSED, "the dev server's address or token cannot be used: " + wrong.getMessage());
        } else {
            session.end(Ending.UNREACHABLE, "the dev server at " + endpoint + " cannot be reached: " + cause);
        }
    }
}
