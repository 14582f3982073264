package dev.subsecond.cli;

import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.process.Relaunch;
import dev.subsecond.thinlink.ThinLinker;

/** The process {@code subsecond}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Relaunch.endWithParent();
        System.exit(new Cli(Console.system(), System.in, ThinLinker::new).run(args));
    }
}
