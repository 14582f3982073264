package dev.subsecond.cli.command;

import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.output.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong arguments get a sentence and the way to the help, never the whole help; faults of ours get their trace. */
public final class UsageErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;

    public UsageErrors(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        console.complain("subsecond: " + problem.getMessage());
        PrintWriter suggestions = problem.getCommandLine().getErr();
        UnmatchedArgumentException.printSuggestions(problem, suggestions);
        suggestions.flush();
        CommandLine command = problem.getCommandLine();
        console.complain("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        console.complain("subsecond: this is a fault in subsecond itself, please report it with what follows.");
        console.complain(trace.toString().stripTrailing());
        return ExitCode.INTERNAL.code();
    }
}
