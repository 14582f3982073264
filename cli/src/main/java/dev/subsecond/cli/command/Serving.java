package dev.subsecond.cli.command;

import dev.subsecond.cli.output.EventOutput;
import dev.subsecond.cli.output.ExitCode;
import dev.subsecond.devserver.DevServer;
import dev.subsecond.devserver.ServeConfig;
import dev.subsecond.devserver.ServeException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run of a dev server: from its start until the program ends or somebody asks it to. If this process is ended instead,
 * the server cleans up by itself.
 */
final class Serving {
    private final EventOutput output;
    private final AtomicBoolean quit = new AtomicBoolean();

    Serving(EventOutput output) {
        this.output = output;
    }

    /** Serves; returns the program's exit code, or zero if the end was asked for. */
    int run(ServeConfig config) throws InterruptedException {
        return start(config, server -> {});
    }

    /** The same, obeying commands from {@code input} meanwhile. */
    int run(ServeConfig config, InputStream input) throws InterruptedException {
        return start(config, server -> listen(server, input));
    }

    private interface Beginning {
        void begin(DevServer server);
    }

    private int start(ServeConfig config, Beginning beginning) throws InterruptedException {
        try (DevServer server = DevServer.start(config, output)) {
            beginning.begin(server);
            int code = server.awaitExit();
            return quit.get() ? ExitCode.OK.code() : code;
        } catch (ServeException problem) {
            output.failed(problem);
            return Problems.exitCode(problem.problem()).code();
        }
    }

    private void listen(DevServer server, InputStream input) {
        CommandReader reader = new CommandReader(CommandReader.Target.of(server, () -> quit(server)), output);
        Thread thread = new Thread(() -> reader.obey(input), "subsecond-commands");
        thread.setDaemon(true);
        thread.start();
    }

    private void quit(DevServer server) {
        quit.set(true);
        server.close();
    }
}
