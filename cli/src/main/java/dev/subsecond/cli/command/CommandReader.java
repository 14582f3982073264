package dev.subsecond.cli.command;

import dev.subsecond.devserver.DevServer;
import dev.subsecond.devserver.ServeEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that {@code serve --json} reads from its standard input. */
final class CommandReader {
    private static final Pattern ROLLBACK = Pattern.compile("rollback\\s+(\\d{1,18})");

    /** What can be asked of a running server. */
    interface Target {
        void restart();

        void rollback(long generation);

        void quit();

        /** The target that is this server; {@code quit} runs what it is given instead of only closing. */
        static Target of(DevServer server, Runnable quit) {
            return new Target() {
                @Override
                public void restart() {
                    server.restart();
                }

                @Override
                public void rollback(long generation) {
                    server.rollback(generation);
                }

                @Override
                public void quit() {
                    quit.run();
                }
            };
        }
    }

    private final Target target;
    private final Consumer<ServeEvent> events;

    CommandReader(Target target, Consumer<ServeEvent> events) {
        this.target = target;
        this.events = events;
    }

    /** Obeys until {@code quit} or the end of the input, which means the same. */
    void obey(InputStream input) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.strip().equals("quit")) {
                obey(line.strip());
                line = lines.readLine();
            }
        } catch (IOException unreadable) {
            events.accept(warning("Standard input cannot be read (" + unreadable.getMessage() + "): quitting."));
        }
        target.quit();
    }

    private void obey(String command) {
        Matcher rollback = ROLLBACK.matcher(command);
        if (command.equals("restart")) {
            target.restart();
        } else if (rollback.matches()) {
            target.rollback(Long.parseLong(rollback.group(1)));
        } else if (!command.isEmpty()) {
            events.accept(warning("Unknown command '" + command + "'. There are: restart, rollback N, quit."));
        }
    }

    private static ServeEvent warning(String message) {
        return new ServeEvent.Warning("", 0, message);
    }
}
