package dev.subsecond.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The JDKs of this machine. */
public final class Jdks {
    private Jdks() {}

    /** The one that runs the tests, then those installed beside it, each release once. */
    public static Stream<Path> installed() throws IOException {
        Map<String, Path> jdks = new LinkedHashMap<>();
        Path running = Path.of(System.getProperty("java.home"));
        try (Stream<Path> installed = Files.list(running.getParent())) {
            Stream.concat(Stream.of(running), installed.sorted())
                    .filter(jdk -> Files.exists(jdk.resolve("bin/javac")) && Files.exists(jdk.resolve("release")))
                    .forEach(jdk -> jdks.putIfAbsent(release(jdk), jdk));
        }
        return jdks.values().stream();
    }

    private static String release(Path jdk) {
        try {
            return Files.readString(jdk.resolve("release"));
        } catch (IOException e) {
            return jdk.toString();
        }
    }
}
