package dev.subsecond.runtime.client;

import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Sends messages, one at a time. A message to a server that is gone is lost: the listener side tells of the loss. */
final class Outbox {

    /** How long the server may take to answer a farewell. */
    private static final long CLOSING_SECONDS = 5;

    private final WebSocket socket;

    Outbox(WebSocket socket) {
        this.socket = socket;
    }

    /** Returns when the message is on its way. */
    synchronized void send(Message message) {
        try {
            socket.sendText(Messages.toJson(message), true).join();
        } catch (CompletionException | IllegalStateException e) {
            socket.abort();
        }
    }

    /** Closes the connection. What was sent last still arrives, which an abrupt end would not make sure of. */
    void close() {
        var unused = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
        CompletableFuture.delayedExecutor(CLOSING_SECONDS, TimeUnit.SECONDS, Runnable::run)
                .execute(socket::abort);
    }
}
