package dev.subsecond.runtime.patch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A file system in memory that is mounted on a folder for the time of a test.
 *
 * @param failure what the system says if it does not allow that; else empty
 */
record Mount(Path folder, String failure) {

    /** Mounts one whose files cannot be executed. */
    static Mount noexec(Path folder) {
        return new Mount(
                folder, run(List.of("mount", "-t", "tmpfs", "-o", "noexec,size=4m", "none", folder.toString())));
    }

    /** Libraries of the file system may still be mapped, so it is gone for good only when they are. */
    void close() throws IOException {
        String problem = run(List.of("umount", "--lazy", folder.toString()));
        if (!problem.isEmpty()) {
            throw new IOException(problem);
        }
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : command + ": " + output;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
