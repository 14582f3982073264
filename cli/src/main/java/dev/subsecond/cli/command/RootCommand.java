package dev.subsecond.cli.command;

import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.output.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code subsecond} alone: says what there is. */
@Command(
        name = "subsecond",
        description = "Changes the code of a running Java program without restarting it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  subsecond demo",
            "  subsecond serve --source src/main/java --main app.Main",
            "  subsecond help serve",
        })
public final class RootCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public RootCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.complain(spec.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF));
        return ExitCode.USAGE.code();
    }
}
