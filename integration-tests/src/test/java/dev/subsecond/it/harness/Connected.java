package dev.subsecond.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.devserver.serve.ProgramListener;
import dev.subsecond.devserver.serve.ProgramSocket;
import dev.subsecond.devserver.serve.Token;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A program that {@code serve} did not start and that connects by itself, in a process of its own: compiled with the
 * processor, not prepared, patched by the linker through the dev server's socket. It answers each line of its input with
 * one line. Closing it ends its input, and fails if it does not end as it should or leaves a file behind.
 */
public final class Connected implements AutoCloseable {

    /** How a program's class files become something that {@code java} runs. */
    @FunctionalInterface
    public interface Packaging {

        /**
         * The arguments of {@code java} that run it.
         *
         * @param classes the directory of the program's classes
         * @param place where files can be put
         */
        List<String> arguments(Path classes, Path place) throws IOException;
    }

    private static final String BUILD = "connected";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TestFolder folder = TestFolder.create();
    private final EventLog log = new EventLog();
    private final Sources sources;
    private final LinkedClasses classes;
    private final ProgramSocket socket;
    private final Process process;

    private Connected(String program, Jdk jdk, Packaging packaging) throws IOException {
        sources = Sources.copy(Checkout.program(program), folder.root());
        classes = new LinkedClasses(BUILD, sources.folder(), folder.root());
        Token token = Token.random();
        socket = ProgramSocket.open(token, new Listener());
        List<String> command = new ArrayList<>(List.of(jdk.tool("java").toString(), "-XX:+UseSerialGC"));
        command.add("-Djava.io.tmpdir=" + folder.temporary());
        command.addAll(packaging.arguments(classes.directory(), folder.root()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("SUBSECOND_DEVSERVER", socket.uri().toString());
        builder.environment().put("SUBSECOND_TOKEN", token.text());
        builder.environment().put("SUBSECOND_BUILD_ID", BUILD);
        process = socket.start(BUILD, builder::start, Process::pid);
        new Thread(() -> read("output", process.getInputStream()), "output").start();
        new Thread(() -> read("stderr", process.getErrorStream()), "errors").start();
    }

    /** Starts a program of {@code src/test/resources/programs}; returns when it is connected. */
    public static Connected start(String program, Jdk jdk, Packaging packaging) throws IOException {
        Connected connected = new Connected(program, jdk, packaging);
        try {
            connected.log.await(0, "the connection", event -> event.is("Hello"));
            return connected;
        } catch (AssertionError e) {
            connected.process.destroyForcibly();
            connected.close();
            throw e;
        }
    }

    /** Its answer to a line. */
    public String answer(String line) throws IOException {
        int before = log.size();
        Writer input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(line + "\n");
        input.flush();
        return log.await(before, "an answer to " + line, event -> event.is("output"))
                .text("line");
    }

    /** Edits a file as {@link Served#edit} does; returns what the program said of the patch: it is applied or rejected. */
    public Event edit(String file, String... fromTo) throws IOException {
        return write(file, sources.replaced(file, fromTo));
    }

    /** Brings a file back to what it was before all edits. */
    public Event undo(String file) throws IOException {
        return write(file, sources.original(file));
    }

    private Event write(String file, String text) throws IOException {
        int before = log.size();
        sources.write(file, text, Save.IN_PLACE);
        Message.Patch patch = classes.link();
        assertThat(socket.send(patch)).as("It is connected\n%s", log).isTrue();
        Event said = log.await(before, "the end of the patch", event -> event.is("Applied") || event.is("Rejected"));
        classes.answered(patch.sequence(), said.is("Applied"));
        return said;
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** All that it wrote and said. */
    public EventLog log() {
        return log;
    }

    @Override
    public void close() {
        try (folder;
                classes;
                socket) {
            process.getOutputStream().close();
            boolean ended = process.waitFor(EventLog.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as("It ends with its input\n%s", log).isTrue();
            assertThat(process.exitValue()).as("Exit code\n%s", log).isZero();
            assertThat(folder.leftovers()).as("Files left behind\n%s", log).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void read(String stream, InputStream from) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            lines.lines()
                    .forEach(line -> log.add(
                            MAPPER.createObjectNode().put("event", stream).put("line", line)));
        } catch (IOException | UncheckedIOException gone) {
            return; // The process was killed; who waits is told when its patience ends.
        }
    }

    /** Writes each message into the log, as the event of its name. */
    private final class Listener implements ProgramListener {

        @Override
        public void connected(Message.Hello hello) {
            received(hello);
        }

        @Override
        public void unpreparedConnected(Message.Hello hello) {
            received(hello);
        }

        @Override
        public void received(Message message) {
            ObjectNode json = (ObjectNode) MAPPER.readTree(Messages.toJson(message));
            log.add(json.put("event", message.getClass().getSimpleName()));
        }

        @Override
        public void receivedFromGuest(long pid, Message message) {
            received(message);
        }

        @Override
        public void disconnected() {
            log.add(MAPPER.createObjectNode().put("event", "disconnected"));
        }
    }
}
