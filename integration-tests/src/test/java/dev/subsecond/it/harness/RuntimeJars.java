package dev.subsecond.it.harness;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distributed jars that a program needs which connects by itself. */
public final class RuntimeJars {

    private RuntimeJars() {}

    /** Annotations, runtime, and the runtime's libraries. */
    public static List<Path> all() {
        return Stream.of("subsecond-annotations", "subsecond-runtime", "jna", "jackson-core")
                .map(RuntimeJars::jar)
                .toList();
    }

    /** The same as a class path. */
    public static String classPath() {
        return all().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** What writes its stubs. */
    static String processor() {
        return jar("subsecond-processor").toString();
    }

    private static Path jar(String name) {
        return Checkout.libraries().resolve(name + ".jar");
    }
}
