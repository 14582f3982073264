package dev.subsecond.cli.command;

import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.output.ExitCode;
import dev.subsecond.devserver.LinkerFactory;
import dev.subsecond.devserver.fault.Replay;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.MemberVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code subsecond replay}: for whoever mends a fault of the linker; hidden, because nobody else needs it. */
@Command(
        name = "replay",
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Links the save again in which this or another version of subsecond met a fault of its own,",
            "and shows what becomes of each member.",
            ""
        },
        footer = {
            "",
            "Ends with 0 if this version links it, with 1 if the fault is still there, with 66 if the file is no such record.",
            "",
            "Example:",
            "  subsecond replay /tmp/subsecond-linker-fault-8761.zip",
        })
public final class ReplayCommand implements Callable<Integer> {
    private final Console console;
    private final LinkerFactory linkers;

    @Parameters(paramLabel = "FILE", description = "The file that the message of the fault names.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    public ReplayCommand(Console console, LinkerFactory linkers) {
        this.console = console;
        this.linkers = linkers;
    }

    @Override
    public Integer call() {
        try {
            return show(Replay.of(file, linkers::create)).code();
        } catch (IOException e) {
            console.complain("subsecond: cannot read " + file + ": " + e.getMessage());
            return ExitCode.NO_INPUT.code();
        }
    }

    private ExitCode show(LinkResult result) {
        result.members().forEach(member -> console.say(line(member)));
        return Replay.hasFault(result) ? ExitCode.FAILED : ExitCode.OK;
    }

    private static String line(MemberVerdict member) {
        String reason = member.reason().isEmpty() ? "" : ": " + member.reason();
        return member.verdict().wireName() + " " + member.member() + reason;
    }
}
