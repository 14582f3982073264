package dev.subsecond.it.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** The places of this checkout that tests use. */
public final class Checkout {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private Checkout() {}

    /** The top. */
    public static Path root() {
        return MODULE.resolveSibling("");
    }

    /** The command line as it is distributed: its libraries lie beside it in {@code lib}. */
    public static Path commandLineJar() {
        Path jar = root().resolve("cli/target/subsecond.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run 'mvn package -pl cli -am -DskipTests' at the top.");
        }
        return jar;
    }

    /** The jars that users put on their class path. */
    public static Path libraries() {
        return commandLineJar().resolveSibling("lib");
    }

    /** The sources of a program of these tests. */
    public static Path program(String name) {
        return MODULE.resolve("src/test/resources/programs").resolve(name);
    }

    /** The compiled classes of these tests. */
    public static Path testClasses() {
        return MODULE.resolve("target/test-classes");
    }
}
