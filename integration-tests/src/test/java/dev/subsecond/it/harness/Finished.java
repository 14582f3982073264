package dev.subsecond.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that ended, and what it wrote.
 *
 * @param code its exit code
 */
public record Finished(int code, String out, String err) {

    /** Waits for a process, which has no input. It and all below it are ended if they take too long. */
    public static Finished await(Process process, long seconds) throws InterruptedException, IOException {
        process.getOutputStream().close();
        CompletableFuture<String> out =
                CompletableFuture.supplyAsync(() -> text(process.getInputStream()), Finished::newThread);
        CompletableFuture<String> err =
                CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Finished::newThread);
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError("It did not end.\n" + out.join() + "\n" + err.join());
        }
        return new Finished(process.exitValue(), out.join(), err.join());
    }

    /** The common pool has one thread on two processors, and others need it to hear of the end of processes. */
    private static void newThread(Runnable task) {
        new Thread(task, "output").start();
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
