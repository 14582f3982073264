package dev.subsecond.devserver.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Reads a stream line by line, on a thread of its own, until it ends. */
final class LineReader {

    private LineReader() {}

    /** Starts reading; the result completes when the stream has ended, for whatever reason. */
    static CompletableFuture<?> start(InputStream stream, Consumer<String> lines) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        read(stream, lines);
                    } finally {
                        ended.complete(null);
                    }
                },
                "subsecond-output");
        thread.setDaemon(true);
        thread.start();
        return ended;
    }

    private static void read(InputStream stream, Consumer<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, charset()))) {
            String line = reader.readLine();
            while (line != null) {
                lines.accept(line);
                line = reader.readLine();
            }
        } catch (IOException e) {
            // The process was ended while it wrote; there is nothing more to read.
            return;
        }
    }

    /** What a Java program writes in when its output is no terminal. */
    private static Charset charset() {
        return Charset.forName(System.getProperty("native.encoding"));
    }
}
