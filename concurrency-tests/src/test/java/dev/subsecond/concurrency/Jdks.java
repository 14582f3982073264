package dev.subsecond.concurrency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs of this machine: the one that runs the tests and those where Linux distributions put them. */
final class Jdks {

    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    private Jdks() {}

    static Path own() {
        return Path.of(System.getProperty("java.home"));
    }

    /** One of each Java version from 17 on. */
    static List<Path> all() throws IOException {
        TreeMap<Integer, Path> homes = new TreeMap<>();
        if (Files.isDirectory(USUAL_PLACE)) {
            try (Stream<Path> candidates = Files.list(USUAL_PLACE)) {
                for (Path home : candidates.toList()) {
                    if (Files.isExecutable(home.resolve("bin/java")) && Files.exists(home.resolve("release"))) {
                        homes.put(version(home), home);
                    }
                }
            }
        }
        homes.put(Runtime.version().feature(), own());
        return List.copyOf(homes.tailMap(17).values());
    }

    private static int version(Path home) throws IOException {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        }
        return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                .feature();
    }
}
