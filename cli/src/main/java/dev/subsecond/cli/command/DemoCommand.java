package dev.subsecond.cli.command;

import dev.subsecond.cli.demo.Demo;
import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.process.Relaunch;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code subsecond demo}: shows what the others are for. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Runs an example under serve, edits it four times while it runs, and shows what it printed.",
            "Needs no input and takes less than a minute.",
            ""
        },
        footer = {"", "Ends with 0 if every edit showed in the program's own output, else with 1."})
public final class DemoCommand implements Callable<Integer> {
    private final Console console;

    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Demo(console, Relaunch.commandLine()).play().code();
    }
}
