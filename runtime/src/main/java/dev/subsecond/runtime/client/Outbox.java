package dev.subsecond.runtime.client;

import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;

/** Sends messages, one at a time. A message to a server that is gone is lost: the listener side tells of the loss. */
final class Outbox {

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

    void close() {
        socket.abort();
    }
}
