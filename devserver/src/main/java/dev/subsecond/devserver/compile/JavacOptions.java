package dev.subsecond.devserver.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options for javac that a project sets: those for the compiler itself, and what they say about processors. */
public final class JavacOptions {

    private static final String PROCESSORS = "-processor";

    /** What the server decides, with the way out. */
    private static final Map<String, String> NOT_HERE = Map.ofEntries(
            Map.entry("-d", "class files are kept in memory"),
            Map.entry("-s", "generated sources are kept in memory"),
            Map.entry("-h", "native headers are not written"),
            Map.entry("-cp", "give the class path with --classpath"),
            Map.entry("-classpath", "give the class path with --classpath"),
            Map.entry("--class-path", "give the class path with --classpath"),
            Map.entry("-sourcepath", "give source directories with --source"),
            Map.entry("--source-path", "give source directories with --source"),
            Map.entry("--module-source-path", "give source directories with --source"),
            Map.entry("-p", "the program runs on the class path: give --classpath"),
            Map.entry("--module-path", "the program runs on the class path: give --classpath"),
            Map.entry("-processorpath", "give it with --processor-path"),
            Map.entry("--processor-path", "give it with --processor-path"),
            Map.entry("-proc:only", "a program without class files cannot run"));

    private final List<String> compiling = new ArrayList<>();
    private final Set<String> processors = new HashSet<>();
    private boolean processing = true;

    private JavacOptions() {}

    /** Reads options as they stand on javac's command line. */
    static JavacOptions of(List<String> options) {
        JavacOptions read = new JavacOptions();
        for (int at = 0; at < options.size(); at++) {
            String option = options.get(at);
            if (option.equals(PROCESSORS) && at + 1 < options.size()) {
                at++;
                read.processors.addAll(Arrays.asList(options.get(at).split(",", -1)));
            } else if (option.startsWith("-proc:")) {
                read.processing = !option.equals("-proc:none");
            } else {
                read.compiling.add(option);
            }
        }
        return read;
    }

    /** What is wrong with these options here, as a sentence; empty if nothing is. */
    public static Optional<String> problem(List<String> options) {
        return options.stream()
                .filter(option -> NOT_HERE.containsKey(name(option)))
                .map(option -> "The option " + option + " for javac does not go with serve: "
                        + NOT_HERE.get(name(option)) + ".")
                .findFirst();
    }

    private static String name(String option) {
        int value = option.startsWith("--") ? option.indexOf('=') : -1;
        return value < 0 ? option : option.substring(0, value);
    }

    /** Those for the compiler itself. */
    List<String> compiling() {
        return compiling;
    }

    /** Whether processors run at all. */
    boolean processing() {
        return processing;
    }

    /** Whether this processor was asked for; all are if none is named. */
    boolean wants(String processorClass) {
        return processors.isEmpty() || processors.contains(processorClass);
    }
}
