package dev.subsecond.cli.output;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The two streams a command may write to, and the colours it may use. Thread-safe: a call writes its text in one piece.
 */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Palette palette;

    public Console(PrintStream out, PrintStream err, Palette palette) {
        this.out = out;
        this.err = err;
        this.palette = palette;
    }

    /** The console of this process. */
    public static Console system() {
        return new Console(System.out, System.err, Palette.of(Terminal.isInteractive(), System.getenv()));
    }

    public Palette palette() {
        return palette;
    }

    /** A line on standard output. */
    public void say(String line) {
        write(out, line);
    }

    /** A line on standard error. */
    public void complain(String line) {
        write(err, line);
    }

    /** Standard output for a library that wants a writer; it must flush. */
    public PrintWriter outWriter() {
        return new PrintWriter(out, false, StandardCharsets.UTF_8);
    }

    /** Standard error for a library that wants a writer; it must flush. */
    public PrintWriter errWriter() {
        return new PrintWriter(err, false, StandardCharsets.UTF_8);
    }

    /** The stream under {@link #say}, for formats that choose their own encoding. */
    PrintStream out() {
        return out;
    }

    private static void write(PrintStream stream, String line) {
        synchronized (stream) {
            stream.println(line);
            stream.flush();
        }
    }
}
