package dev.subsecond.devserver.launch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A running program. Safe for use by several threads. */
public final class Child {

    /** How long a program may take to end by itself when it is asked to. */
    private static final long GRACE_SECONDS = 3;

    /** How long output may follow a program's end: only if a process it started still holds the stream open. */
    private static final long LATE_OUTPUT_SECONDS = 1;

    private final Process process;
    private final CompletableFuture<Integer> exit;

    private Child(Process process, CompletableFuture<Integer> exit) {
        this.process = process;
        this.exit = exit;
    }

    /**
     * Starts a program.
     *
     * @param output gets its output line by line, and its standard input is empty; null for a program that shares the
     *     standard streams of this process
     */
    public static Child start(Launch launch, @Nullable OutputListener output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launch.command());
        builder.environment().putAll(launch.environment());
        if (output == null) {
            Process process = builder.inheritIO().start();
            return new Child(process, process.onExit().thenApply(Process::exitValue));
        }
        Process process = builder.start();
        process.getOutputStream().close();
        List<CompletableFuture<?>> readers = List.of(
                LineReader.start(process.getInputStream(), line -> output.line(process.pid(), "stdout", line)),
                LineReader.start(process.getErrorStream(), line -> output.line(process.pid(), "stderr", line)));
        return new Child(process, exitAfter(process, readers));
    }

    private static CompletableFuture<Integer> exitAfter(Process process, List<CompletableFuture<?>> readers) {
        CompletableFuture<Void> read = CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new));
        return process.onExit()
                .thenCompose(ended -> read.copy().completeOnTimeout(null, LATE_OUTPUT_SECONDS, TimeUnit.SECONDS))
                .thenApply(nothing -> process.exitValue());
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Waits until the program has ended and its output was delivered; returns its exit code. */
    public int awaitExit() {
        return exit.join();
    }

    /** Asks the program to end, ends it if it does not, and returns when it has ended. */
    public void stop() {
        process.destroy();
        if (!endsInTime()) {
            process.destroyForcibly();
            exit.join();
        }
    }

    private boolean endsInTime() {
        try {
            exit.get(GRACE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of the program was lost", e);
        }
    }
}
