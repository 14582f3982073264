package dev.subsecond.cli.demo;

import dev.subsecond.cli.Cli;
import dev.subsecond.cli.output.Console;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.Linker;
import dev.subsecond.thinlink.ThinLinker;
import java.util.Map;

/** The command line with a linker that forgets every change: the demo must notice. */
final class DroppingServer {
    private DroppingServer() {}

    public static void main(String[] args) {
        System.exit(new Cli(
                        Console.system(),
                        System.in,
                        (buildId, image, libraries) -> new Dropping(new ThinLinker(buildId, image, libraries)))
                .run(args));
    }

    private record Dropping(Linker linker) implements Linker {
        @Override
        public LinkResult link(long sequence, Changes changes) {
            return linker.link(sequence, new Changes(Map.of(), java.util.Set.of()));
        }

        @Override
        public void applied(long sequence) {
            linker.applied(sequence);
        }

        @Override
        public void rejected(long sequence) {
            linker.rejected(sequence);
        }

        @Override
        public void rolledBack(long sequence) {
            linker.rolledBack(sequence);
        }
    }
}
