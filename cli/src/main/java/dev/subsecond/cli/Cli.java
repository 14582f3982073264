package dev.subsecond.cli;

import dev.subsecond.cli.command.Arguments;
import dev.subsecond.cli.command.DemoCommand;
import dev.subsecond.cli.command.ReplayCommand;
import dev.subsecond.cli.command.RootCommand;
import dev.subsecond.cli.command.ServeCommand;
import dev.subsecond.cli.command.UsageErrors;
import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.output.ExitCode;
import dev.subsecond.devserver.LinkerFactory;
import java.io.InputStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line as an object: arguments in, exit code out, everything said goes to the given console. */
public final class Cli {
    private final Console console;
    private final InputStream input;
    private final LinkerFactory linker;

    /**
     * A command line.
     *
     * @param console where it writes
     * @param input where commands are read from under {@code serve --json}
     * @param linker makes the linkers of the programs served
     */
    public Cli(Console console, InputStream input, LinkerFactory linker) {
        this.console = console;
        this.input = input;
        this.linker = linker;
    }

    /** Runs a command until it is done; returns one of the {@link ExitCode}s, or that of the served program. */
    public int run(String... args) {
        Arguments arguments = Arguments.split(List.of(args));
        CommandLine commandLine = new CommandLine(new RootCommand(console))
                .addSubcommand(new ServeCommand(console, input, linker, arguments))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new ReplayCommand(console, linker))
                .addSubcommand(new CommandLine.HelpCommand());
        UsageErrors errors = new UsageErrors(console);
        return commandLine
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(console.palette().isColored() ? Ansi.ON : Ansi.OFF))
                .setOut(console.outWriter())
                .setErr(console.errWriter())
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(arguments.ours().toArray(String[]::new));
    }
}
