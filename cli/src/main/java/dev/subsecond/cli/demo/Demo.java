package dev.subsecond.cli.demo;

import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.output.ExitCode;
import dev.subsecond.cli.process.ExitHook;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Four edits of a running program, each shown by what the program itself prints before and after. */
public final class Demo {
    /** Two JVMs and a first compilation; some three seconds on an idle machine. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Console console;
    private final List<String> commandLine;

    /**
     * A demo.
     *
     * @param console where it is shown
     * @param commandLine how the command line is started in another process, without any command
     */
    public Demo(Console console, List<String> commandLine) {
        this.console = console;
        this.commandLine = commandLine;
    }

    /** Plays it; takes less than a minute unless the machine is very busy, and leaves no process and no file. */
    public ExitCode play() throws IOException, InterruptedException {
        try (Example example = Example.copy()) {
            ServedProgram program = ServedProgram.start(commandLine, example.directory());
            AtomicBoolean interrupted = new AtomicBoolean();
            ExitHook hook = ExitHook.of("subsecond-demo-end", () -> {
                interrupted.set(true);
                cleanUp(program, example);
            });
            try (program) {
                play(example, program);
                return ExitCode.OK;
            } catch (DemoFailure failure) {
                if (!interrupted.get()) {
                    console.complain(console.palette().bad("The demo failed.") + " " + failure.getMessage());
                }
                return ExitCode.FAILED;
            } finally {
                hook.cancel();
            }
        }
    }

    private static void cleanUp(ServedProgram program, Example example) {
        program.close();
        example.close();
    }

    private void play(Example example, ServedProgram program) throws DemoFailure, IOException, InterruptedException {
        console.say("Conway's Game of Life, under 'subsecond serve', from a copy in " + example.directory() + ".");
        console.say(
                "Each edit is saved to Game.java there; the lines beside 'before' and 'after' are the program's own.");
        new Observer(program, START_LIMIT).awaitEvent("connected", "the program to start");
        Observer observer = new Observer(program, LIMIT);
        observer.await("the program to count generations", caption -> caption.generation() >= 2);
        Scene scene = new Scene(console, observer, example);
        scene.edit(1, Edits.CHANGED_BODY);
        scene.edit(2, Edits.NEW_METHOD);
        scene.editAddingEnergy(3, Edits.NEW_FIELD_WITH_VALUE);
        scene.mistake(4, Edits.MISTAKE);
        scene.edit(4, Edits.CORRECTION);
        if (!program.end()) {
            throw observer.failure("the server to end when asked to");
        }
        console.say("");
        console.say(console.palette().good("Done.") + " One process, one world, "
                + (observer.last().generation() + 1)
                + " generations counted without a gap, and nothing was restarted.");
        console.say("Your turn: ./subsecond serve --source examples/life/src/main/java --main life.Main -- --draw");
    }
}
