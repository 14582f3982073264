package dev.subsecond.it;

import dev.subsecond.cli.Cli;
import dev.subsecond.cli.output.Console;
import dev.subsecond.thinlink.ThinLinker;

/** The command line with a linker that spoils some of its patches. */
final class CorruptingCommand {

    private CorruptingCommand() {}

    public static void main(String[] arguments) {
        Cli cli = new Cli(
                Console.system(),
                System.in,
                (buildId, image, libraries) -> new CorruptingLinker(new ThinLinker(buildId, image, libraries)));
        System.exit(cli.run(arguments));
    }
}
