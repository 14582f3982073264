package dev.subsecond.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code serve} can be told. Set by picocli. */
public final class ServeOptions {
    @Option(
            names = "--source",
            paramLabel = "DIR",
            arity = "1..*",
            required = true,
            description = "The source directories of the program; they are watched, with everything below.")
    private List<Path> sources = new ArrayList<>();

    @Option(names = "--main", paramLabel = "CLASS", description = "The class with the main method, as in app.Main.")
    @Nullable
    private String mainClass;

    @Option(
            names = "--classpath",
            paramLabel = "CP",
            description = "The libraries of the program, written as for java; 'lib/*' means every jar in lib.")
    private String classpath = "";

    @Option(
            names = "--java-home",
            paramLabel = "DIR",
            description = "The JDK (17 or newer) that compiles and runs the program; default: the one that runs this.")
    @Nullable
    private Path javaHome;

    @Option(
            names = "--jvm-arg",
            paramLabel = "ARG",
            arity = "1..*",
            description = "Arguments for the program's JVM, such as -Xmx1g.")
    private List<String> jvmArgs = new ArrayList<>();

    @Option(
            names = "--json",
            description = "Write one JSON event a line instead of text, and read commands from standard input: "
                    + "restart, rollback N, quit. The end of the input is quit.")
    private boolean json;

    @Option(names = "--verbose", description = "Also say where the time of each save went, and what starting cost.")
    private boolean verbose;

    public List<Path> sources() {
        return sources;
    }

    /** An argument that was taken for a source directory but is a mistyped option, if there is one. */
    public Optional<String> mistypedOption() {
        return sources.stream()
                .map(Path::toString)
                .filter(s -> s.startsWith("-"))
                .findFirst();
    }

    /** A source directory that is not there, if there is one. */
    public Optional<Path> missingSource() {
        return sources.stream().filter(s -> !Files.isDirectory(s)).findFirst();
    }

    /** The class with {@code main}, if it was named. */
    public Optional<String> mainClass() {
        return Optional.ofNullable(mainClass);
    }

    /** The entries of the class path, wildcards resolved. */
    public List<Path> classpath() {
        return ClassPath.parse(classpath);
    }

    /** The JDK to run on, if one was named. */
    public Optional<Path> javaHome() {
        return Optional.ofNullable(javaHome);
    }

    public List<String> jvmArgs() {
        return jvmArgs;
    }

    public boolean json() {
        return json;
    }

    public boolean verbose() {
        return verbose;
    }
}
