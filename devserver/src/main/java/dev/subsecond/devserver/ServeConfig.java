package dev.subsecond.devserver;

import dev.subsecond.devserver.watch.FileKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a dev server serves. Immutable; made with {@link #builder()}. The JDK that compiles and runs the program is the
 * one that runs the server.
 *
 * @param sources source directories of the program; empty if it is served from {@code classes}
 * @param classes directories with the program's class files, which another compiler writes; empty if it is served from
 *     {@code sources}
 * @param mainClass binary name of the class with {@code main}
 * @param classpath the program's own class path
 * @param runtimeClasspath the jars of annotations, runtime and their libraries, added to the program's class path
 * @param processorPath the jars of the annotation processors
 * @param javacOptions further options for javac
 * @param jvmArgs arguments for the program's JVM
 * @param programArgs arguments for the program
 * @param output where the program's standard streams go
 * @param linker makes the linker
 */
public record ServeConfig(
        List<Path> sources,
        List<Path> classes,
        String mainClass,
        List<Path> classpath,
        List<Path> runtimeClasspath,
        List<Path> processorPath,
        List<String> javacOptions,
        List<String> jvmArgs,
        List<String> programArgs,
        ProgramOutput output,
        LinkerFactory linker) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are both sources and classes
     */
    public ServeConfig {
        sources = List.copyOf(sources);
        classes = List.copyOf(classes);
        if (!sources.isEmpty() && !classes.isEmpty()) {
            throw new IllegalArgumentException(
                    "A program is served from its sources or from its class files, not both");
        }
        Objects.requireNonNull(mainClass, "mainClass");
        classpath = List.copyOf(classpath);
        runtimeClasspath = List.copyOf(runtimeClasspath);
        processorPath = List.copyOf(processorPath);
        javacOptions = List.copyOf(javacOptions);
        jvmArgs = List.copyOf(jvmArgs);
        programArgs = List.copyOf(programArgs);
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(linker, "linker");
    }

    /** A builder in which only sources, main class and linker must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** This configuration with other paths. */
    ServeConfig with(List<Path> newWatched, List<Path> newClasspath, List<Path> newRuntimeClasspath) {
        return new ServeConfig(
                classes.isEmpty() ? newWatched : List.of(),
                classes.isEmpty() ? List.of() : newWatched,
                mainClass,
                newClasspath,
                newRuntimeClasspath,
                processorPath,
                javacOptions,
                jvmArgs,
                programArgs,
                output,
                linker);
    }

    /** The directories that are watched: sources or classes. */
    List<Path> watched() {
        return classes.isEmpty() ? sources : classes;
    }

    /** What is watched in them. */
    FileKind kind() {
        return classes.isEmpty() ? FileKind.SOURCE : FileKind.CLASS;
    }

    /** Collects a {@link ServeConfig}. Not thread-safe. */
    public static final class Builder {

        private List<Path> sources = List.of();
        private List<Path> classes = List.of();
        private String mainClass = "";
        private List<Path> classpath = List.of();
        private List<Path> runtimeClasspath = List.of();
        private List<Path> processorPath = List.of();
        private List<String> javacOptions = List.of();
        private List<String> jvmArgs = List.of();
        private List<String> programArgs = List.of();
        private ProgramOutput output = ProgramOutput.INHERIT;
        private LinkerFactory linker = (buildId, image, libraries) -> {
            throw new IllegalStateException("No linker was set");
        };

        private Builder() {}

        /** Source directories of the program; at least one, unless there are classes. */
        public Builder sources(List<Path> directories) {
            sources = List.copyOf(directories);
            return this;
        }

        /** Directories of class files that another compiler writes, to be watched instead of sources. */
        public Builder classes(List<Path> directories) {
            classes = List.copyOf(directories);
            return this;
        }

        /** Binary name of the class with {@code main}. */
        public Builder mainClass(String binaryName) {
            mainClass = Objects.requireNonNull(binaryName, "mainClass");
            return this;
        }

        /** The program's own class path; empty if not set. */
        public Builder classpath(List<Path> entries) {
            classpath = List.copyOf(entries);
            return this;
        }

        /** The jars of annotations, runtime and their libraries. */
        public Builder runtimeClasspath(List<Path> entries) {
            runtimeClasspath = List.copyOf(entries);
            return this;
        }

        /** The jars of the annotation processors; without any, no processor runs. */
        public Builder processorPath(List<Path> entries) {
            processorPath = List.copyOf(entries);
            return this;
        }

        /** Further options for javac, such as {@code --release} or {@code -encoding}. */
        public Builder javacOptions(List<String> options) {
            javacOptions = List.copyOf(options);
            return this;
        }

        /** Arguments for the program's JVM. */
        public Builder jvmArgs(List<String> arguments) {
            jvmArgs = List.copyOf(arguments);
            return this;
        }

        /** Arguments for the program. */
        public Builder programArgs(List<String> arguments) {
            programArgs = List.copyOf(arguments);
            return this;
        }

        /** Where the program's standard streams go; inherited if not set. */
        public Builder output(ProgramOutput where) {
            output = Objects.requireNonNull(where, "output");
            return this;
        }

        /** Makes the linker of each started image. */
        public Builder linker(LinkerFactory factory) {
            linker = Objects.requireNonNull(factory, "linker");
            return this;
        }

        /**
         * The configuration as collected so far.
         *
         * @throws IllegalArgumentException if there are both sources and classes
         */
        public ServeConfig build() {
            return new ServeConfig(
                    sources,
                    classes,
                    mainClass,
                    classpath,
                    runtimeClasspath,
                    processorPath,
                    javacOptions,
                    jvmArgs,
                    programArgs,
                    output,
                    linker);
        }
    }
}
