package dev.subsecond.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its real directory
 * @param version as in its release file, such as {@code 17.0.15}
 */
public record Jdk(Path home, String version) {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final int OLDEST = 17;

    /** The JDK that runs the tests, and every other one where Linux distributions put them; each once. */
    public static List<Jdk> all() {
        Set<Path> homes = new LinkedHashSet<>();
        homes.add(real(Path.of(System.getProperty("java.home"))));
        children().map(Jdk::real).forEach(homes::add);
        return homes.stream()
                .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                .map(home -> new Jdk(home, version(home)))
                .filter(jdk -> Runtime.Version.parse(jdk.version()).feature() >= OLDEST)
                .toList();
    }

    /** One of its tools. */
    public Path tool(String name) {
        return home.resolve("bin").resolve(name);
    }

    @Override
    public String toString() {
        return "Java " + version;
    }

    private static Stream<Path> children() {
        if (!Files.isDirectory(INSTALLED)) {
            return Stream.of();
        }
        try (Stream<Path> children = Files.list(INSTALLED)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static String version(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return release.getProperty("JAVA_VERSION").replace("\"", "").replace('_', '.');
    }
}
