package dev.subsecond.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code serve} can be told. Set by picocli. */
public final class ServeOptions {
    @Option(
            names = "--source",
            paramLabel = "DIR",
            arity = "1..*",
            description = "The source directories of the program; they are watched, with everything below.")
    private List<Path> sources = new ArrayList<>();

    @Option(
            names = "--classes",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Instead of --source: directories with the program's class files, which an IDE, a build tool "
                    + "or the compiler of another language writes; they are watched.")
    private List<Path> classes = new ArrayList<>();

    @Option(names = "--main", paramLabel = "CLASS", description = "The class with the main method, as in app.Main.")
    @Nullable
    private String mainClass;

    @Option(
            names = "--classpath",
            paramLabel = "CP",
            description = "The libraries of the program, written as for java; 'lib/*' means every jar in lib.")
    private String classpath = "";

    @Option(
            names = "--processor-path",
            paramLabel = "CP",
            description = "The annotation processors of the program, written as a class path; Subsecond adds its own.")
    private String processorPath = "";

    @Option(
            names = "--javac-arg",
            paramLabel = "ARG",
            arity = "1..*",
            description = "Options for javac as your build sets them, such as -parameters --release 17.")
    private List<String> javacArgs = new ArrayList<>();

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

    @Option(
            names = "--verbose",
            description = "Also say why each member of a save is part of the patch, where the time went, and what "
                    + "starting cost.")
    private boolean verbose;

    public List<Path> sources() {
        return sources;
    }

    /** The directories of class files that are served instead of sources. */
    public List<Path> classes() {
        return classes;
    }

    /** What is wrong with the choice between sources and classes, if it is. */
    public Optional<String> wrongChoice() {
        if (sources.isEmpty() && classes.isEmpty()) {
            return Optional.of("What is to be served? Give --source DIR, or --classes DIR if another tool compiles");
        }
        boolean both = !sources.isEmpty() && !classes.isEmpty();
        return both
                ? Optional.of("Give either --source or --classes: only one of them can be watched")
                : Optional.empty();
    }

    /** An argument that was taken for a directory but is a mistyped option, if there is one. */
    public Optional<String> mistypedOption() {
        return directories().map(Path::toString).filter(s -> s.startsWith("-")).findFirst();
    }

    /** A directory that is not there, if there is one. */
    public Optional<Path> missingDirectory() {
        return directories().filter(s -> !Files.isDirectory(s)).findFirst();
    }

    private Stream<Path> directories() {
        return Stream.concat(sources.stream(), classes.stream());
    }

    /** The class with {@code main}, if it was named. */
    public Optional<String> mainClass() {
        return Optional.ofNullable(mainClass);
    }

    /** The entries of the class path, wildcards resolved. */
    public List<Path> classpath() {
        return ClassPath.parse(classpath);
    }

    /** The entries of the processor path, wildcards resolved. */
    public List<Path> processorPath() {
        return ClassPath.parse(processorPath);
    }

    public List<String> javacArgs() {
        return javacArgs;
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
