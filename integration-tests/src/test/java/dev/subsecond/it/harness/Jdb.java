package dev.subsecond.it.harness;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The debugger that comes with a JDK, at its command line. Closing it lets the program run on without it. */
public final class Jdb implements AutoCloseable {

    private final Process process;
    private final StringBuilder text = new StringBuilder();
    private final Thread reader = new Thread(this::read, "jdb");
    private int seen;

    private Jdb(Process process) {
        this.process = process;
        reader.start();
    }

    /** Attaches to a program that runs with {@link Debugger#jvmArgument()}. */
    public static Jdb attach(Served program, Jdk jdk) {
        String place = "com.sun.jdi.SocketAttach:hostname=127.0.0.1,port=" + Debugger.port(program);
        try {
            Process process = new ProcessBuilder(jdk.tool("jdb").toString(), "-J-Duser.language=en", "-connect", place)
                    .redirectErrorStream(true)
                    .start();
            Jdb jdb = new Jdb(process);
            jdb.await("Initializing jdb \\.\\.\\.");
            return jdb;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types a line. */
    public void type(String line) {
        try {
            Writer input = process.outputWriter(StandardCharsets.UTF_8);
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for output, after what was waited for before, that has the pattern; returns the match. */
    public synchronized Matcher await(String pattern) {
        long deadline = System.nanoTime() + EventLog.PATIENCE.toNanos();
        while (true) {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            if (matcher.find(seen)) {
                seen = matcher.end();
                return matcher;
            }
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new AssertionError("Waited in vain for " + pattern + " in\n" + text);
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting for " + pattern + " in\n" + text, e);
            }
        }
    }

    @Override
    public synchronized String toString() {
        return text.toString();
    }

    private void read() {
        try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            char[] buffer = new char[1024];
            for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                add(buffer, n);
            }
        } catch (IOException gone) {
            return; // It was killed; who waits is told when its patience ends.
        }
    }

    private synchronized void add(char[] buffer, int length) {
        text.append(buffer, 0, length);
        notifyAll();
    }

    @Override
    public void close() {
        try {
            type("quit");
            if (!process.waitFor(EventLog.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("jdb does not end\n" + this);
            }
        } catch (UncheckedIOException gone) {
            return; // The program has ended, and jdb with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
