package dev.subsecond.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example under {@code serve --json}, in a process of its own. Its events wait here until they are asked for. */
final class ServedProgram implements AutoCloseable {
    private static final long SECONDS_TO_END = 10;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Something the server said, and when it was heard. */
    record Heard(JsonNode event, long nanoTime) {
        String name() {
            return event.path("event").asString("");
        }
    }

    private final Process process;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    private ServedProgram(Process process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param commandLine how the command line is started; {@code serve} and its options are added
     */
    static ServedProgram start(List<String> commandLine, Path sources) throws IOException {
        List<String> command = new ArrayList<>(commandLine);
        command.addAll(List.of("serve", "--json", "--source", sources.toString(), "--main", Example.MAIN_CLASS));
        ServedProgram program = new ServedProgram(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        Thread reader = new Thread(program::listen, "subsecond-demo-events");
        reader.setDaemon(true);
        reader.start();
        return program;
    }

    /** The next event, if one comes before {@code deadline}, a {@link System#nanoTime()}. */
    Optional<Heard> next(long deadline) throws InterruptedException {
        return Optional.ofNullable(heard.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
    }

    /** Asks it to quit; returns whether it ended as it should, and makes sure that it has ended. */
    boolean end() {
        try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write("quit\n");
        } catch (IOException gone) {
            // It ends, or has ended, in any case; the exit code says how.
        }
        try {
            if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    @Override
    public void close() {
        end();
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(new Heard(parse(line), System.nanoTime()));
            }
        } catch (IOException gone) {
            // The end, as below.
        }
        heard.add(new Heard(MAPPER.createObjectNode().put("event", "end"), System.nanoTime()));
    }

    /** What is no event is kept as text, to be shown if the demo fails. */
    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException notJson) {
            return MAPPER.createObjectNode().put("event", "text").put("text", line);
        }
    }
}
