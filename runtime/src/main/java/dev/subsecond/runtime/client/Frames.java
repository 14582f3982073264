package dev.subsecond.runtime.client;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages together from the pieces that the WebSocket delivers. A message beyond its limit is dropped while it
 * arrives, so that it never takes more memory than the limit; the receiver is told, and the connection lives on.
 */
final class Frames implements WebSocket.Listener {

    /** Characters; a table of 100,000 functions has some 4.5 million. */
    static final int MAX_TEXT = 16 << 20;

    /** Bytes; a patch jar has some hundred a changed line. */
    static final int MAX_BINARY = 64 << 20;

    private final Receiver receiver;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private boolean oversized;

    Frames(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Who gets whole messages. All calls come one after the other, on a thread that must not be held up. */
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
        if (last && !dropped()) {
            receiver.text(text.toString());
        }
        return next(socket, last);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        oversized |= binary.size() + data.remaining() > MAX_BINARY;
        if (!oversized) {
            byte[] piece = new byte[data.remaining()];
            data.get(piece);
            binary.writeBytes(piece);
        }
        if (last && !dropped()) {
            receiver.binary(binary.toByteArray());
        }
        return next(socket, last);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        receiver.closed(reason.isEmpty() ? "the server closed the connection (" + statusCode + ")" : reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        receiver.closed("the connection to the server broke: " + error.getMessage());
    }

    private boolean dropped() {
        if (oversized) {
            receiver.oversized();
        }
        return oversized;
    }

    private @Nullable CompletionStage<?> next(WebSocket socket, boolean last) {
        if (last) {
            oversized = false;
            text.setLength(0);
            text.trimToSize();
            binary.reset();
        }
        socket.request(1);
        return null;
    }
}
