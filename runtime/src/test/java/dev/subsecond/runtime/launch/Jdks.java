package dev.subsecond.runtime.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs of this machine: the one that runs the tests and those where Linux distributions put them. */
public final class Jdks {

    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    private Jdks() {}

    /** The home of one JDK for each Java version from 17 on. */
    public static Stream<Path> homes() throws IOException {
        TreeMap<Integer, Path> homes = new TreeMap<>();
        if (Files.isDirectory(USUAL_PLACE)) {
            try (Stream<Path> candidates = Files.list(USUAL_PLACE)) {
                candidates
                        .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                        .forEach(home -> homes.put(version(home), home));
            }
        }
        homes.put(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        return homes.tailMap(17).values().stream();
    }

    /** The feature version that the JDK's release file names; 0 without one. */
    public static int version(Path home) {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (java.nio.file.NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                .feature();
    }
}
