package dev.subsecond.runtime.client;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages together from the pieces that the WebSocket delivers. A message beyond its limit is dropped while it
 * arrives, so that it never takes more memory than the limit; the receiver is told, and the connection lives on.
 *
 * <p>Whole messages are handed on through an executor. The JDK's WebSocket (17 to 25) loses the end of a connection that
 * comes while its listener is still busy with a message: its {@code TransportImpl} then acknowledges a message that nobody
 * has asked for yet, and stops with an error that it tells no one. So its callbacks must return at once. That leaves a
 * window of microseconds, behind which stands the watch on the server's process.
 */
final class Frames implements WebSocket.Listener {

    /** Characters; a table of 100,000 functions has some 4.5 million. */
    static final int MAX_TEXT = 16 << 20;

    /** Bytes; a patch jar has some hundred a changed line. */
    static final int MAX_BINARY = 64 << 20;

    private final Receiver receiver;
    private final Executor executor;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private boolean oversized;

    /** @param executor runs one task after the other, in the order given */
    Frames(Receiver receiver, Executor executor) {
        this.receiver = receiver;
        this.executor = executor;
    }

    /** Who gets whole messages. All calls come one after the other. */
    interface Receiver {

        void text(String message);

        void binary(byte[] message);

        void oversized();

        /** The connection is closed or broken. */
        void closed(String reason);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        oversized |= text.length() + data.length() > MAX_TEXT;
        if (!oversized) {
            text.append(data);
        }
        if (last) {
            String message = text.toString();
            deliver(() -> receiver.text(message));
        }
        return next(socket);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        oversized |= binary.size() + data.remaining() > MAX_BINARY;
        if (!oversized) {
            byte[] piece = new byte[data.remaining()];
            data.get(piece);
            binary.writeBytes(piece);
        }
        if (last) {
            byte[] message = binary.toByteArray();
            deliver(() -> receiver.binary(message));
        }
        return next(socket);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        String why = reason.isEmpty() ? "the server closed the connection (" + statusCode + ")" : reason;
        executor.execute(() -> receiver.closed(why));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        executor.execute(() -> receiver.closed("the connection to the server broke: " + error.getMessage()));
    }

    /** Hands a whole message on, unless it was dropped, and makes room for the next. */
    private void deliver(Runnable message) {
        executor.execute(oversized ? receiver::oversized : message);
        oversized = false;
        text.setLength(0);
        text.trimToSize();
        binary.reset();
    }

    private static @Nullable CompletionStage<?> next(WebSocket socket) {
        socket.request(1);
        return null;
    }
}
