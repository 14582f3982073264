package dev.subsecond.cli.command;

import dev.subsecond.cli.option.MainClasses;
import dev.subsecond.cli.option.ServeOptions;
import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.output.ExitCode;
import dev.subsecond.cli.output.HumanOutput;
import dev.subsecond.cli.output.JsonOutput;
import dev.subsecond.cli.process.Relaunch;
import dev.subsecond.devserver.LinkerFactory;
import dev.subsecond.devserver.ProgramOutput;
import dev.subsecond.devserver.ServeConfig;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code subsecond serve}: runs a program and patches it at every save. */
@Command(
        name = ServeCommand.NAME,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Compiles and starts a program, watches its sources, and makes what is saved go live in it.",
            "",
            "Arguments after -- are the program's. Standard input belongs to the program, unless --json is given.",
            ""
        },
        customSynopsis = {
            "subsecond serve --source DIR... --main CLASS [OPTIONS] [-- ARG...]",
            "subsecond serve --classes DIR... --main CLASS [OPTIONS] [-- ARG...]"
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  subsecond serve --source src --main app.Main",
            "  subsecond serve --source src gen --classpath 'lib/*' --main app.Main",
            "  subsecond serve --source src --main app.Main --jvm-arg -Xmx1g -- --port 8080",
            "  subsecond serve --source src --main app.Main --java-home /usr/lib/jvm/jdk-25",
            "  subsecond serve --source core/src app/src --main app.Main --javac-arg -parameters",
            "  subsecond serve --classes build/classes/kotlin/main --classpath 'lib/*' --main app.MainKt",
            "",
            "When the program ends by itself, its exit code is passed on. Otherwise:",
            "  0   it was asked to end             67  no main class",
            "  64  wrong arguments                 69  no compiler: this Java is not a JDK",
            "  65  the sources do not compile      70  a fault in subsecond itself",
            "  66  a directory or sources missing  71  the program could not be started"
        })
public final class ServeCommand implements Callable<Integer> {
    static final String NAME = "serve";

    private final Console console;
    private final InputStream input;
    private final LinkerFactory linker;
    private final Arguments arguments;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private ServeOptions options = new ServeOptions();

    public ServeCommand(Console console, InputStream input, LinkerFactory linker, Arguments arguments) {
        this.console = console;
        this.input = input;
        this.linker = linker;
        this.arguments = arguments;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (options.mistypedOption().isPresent()) {
            String message = "Unknown option: '" + options.mistypedOption().get() + "'";
            throw new CommandLine.UnmatchedArgumentException(spec.commandLine(), message);
        }
        if (options.wrongChoice().isPresent()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), options.wrongChoice().get());
        }
        return options.javaHome().filter(Relaunch::isNeeded).isPresent() ? relaunch() : serve();
    }

    private int relaunch() throws InterruptedException {
        return new Relaunch(console).run(options.javaHome().orElseThrow(), arguments.all());
    }

    private int serve() throws InterruptedException {
        if (options.classes().isEmpty()
                && ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
            console.complain("subsecond: the Java in " + System.getProperty("java.home")
                    + " has no compiler. Use a JDK," + " not a JRE: set JAVA_HOME or give --java-home.");
            return ExitCode.NO_COMPILER.code();
        }
        if (options.missingDirectory().isPresent()) {
            return complainOfMissing(options.missingDirectory().get());
        }
        if (options.mainClass().isEmpty()) {
            return complainOfNoMainClass(options.sources());
        }
        if (options.json()) {
            return new Serving(new JsonOutput(console)).run(config(ProgramOutput.EVENTS), input);
        }
        return new Serving(new HumanOutput(console, options.verbose())).run(config(ProgramOutput.INHERIT));
    }

    private ServeConfig config(ProgramOutput output) {
        return ServeConfig.builder()
                .sources(options.sources())
                .classes(options.classes())
                .mainClass(options.mainClass().orElseThrow())
                .classpath(options.classpath())
                .runtimeClasspath(Installation.runtime())
                .processorPath(processorPath())
                .javacOptions(options.javacArgs())
                .jvmArgs(options.jvmArgs())
                .programArgs(arguments.program())
                .output(output)
                .linker(linker)
                .build();
    }

    private List<Path> processorPath() {
        return Stream.concat(Installation.processor().stream(), options.processorPath().stream())
                .toList();
    }

    private int complainOfMissing(Path directory) {
        String option = options.classes().isEmpty() ? "--source" : "--classes";
        console.complain("subsecond: there is no directory " + directory.toAbsolutePath()
                + ". Name the directories that hold your packages with " + option + ".");
        return ExitCode.NO_INPUT.code();
    }

    private int complainOfNoMainClass(List<Path> sources) {
        List<String> candidates = MainClasses.in(sources);
        console.complain("subsecond: which class has the main method? Name it with --main CLASS.");
        candidates.forEach(name -> console.complain("  --main " + name));
        if (candidates.isEmpty() && !sources.isEmpty()) {
            console.complain("None was found in " + sources + ".");
        }
        return ExitCode.NO_MAIN_CLASS.code();
    }
}
