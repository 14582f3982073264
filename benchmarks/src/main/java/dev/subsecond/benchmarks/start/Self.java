package dev.subsecond.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** What a program can see of itself. */
final class Self {

    private static final File DESCRIPTORS = new File("/proc/self/fd");

    private Self() {}

    /** Prints threads and sockets, if asked to. */
    static void describe(String[] args) throws IOException {
        if (args.length != 0) {
            System.out.println("threads " + threads());
            System.out.println("sockets " + sockets());
        }
    }

    private static Set<String> threads() {
        Set<String> names = new TreeSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            names.add(thread.getName());
        }
        return names;
    }

    /** Where the system has no such folder, none. */
    private static int sockets() throws IOException {
        int sockets = 0;
        String[] descriptors = DESCRIPTORS.list();
        for (String descriptor : descriptors == null ? new String[0] : descriptors) {
            Path file = DESCRIPTORS.toPath().resolve(descriptor);
            if (Files.isSymbolicLink(file)
                    && Files.readSymbolicLink(file).toString().startsWith("socket:")) {
                sockets++;
            }
        }
        return sockets;
    }
}
