package dev.subsecond.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program under {@code subsecond serve --json}, in processes of its own. Closing it ends both, and fails if it does not
 * end as it should or leaves a process or a file behind.
 */
public final class Served implements AutoCloseable {

    private static final Set<String> BAD_NEWS = Set.of("compile-error", "refused", "rejected", "exited");

    /** A frame may run the old body when the new one comes, and what was removed has nothing to run. */
    private static final Set<String> GOOD_VERDICTS = Set.of("live", "live-after-return", "unchanged");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Process process;
    private final TestFolder folder;
    private final Sources sources;
    private final EventLog log = new EventLog();
    private final Thread reader = new Thread(this::readEvents, "events");
    private final Thread errorReader = new Thread(this::readErrors, "errors");
    private int lastSave;

    Served(Process process, TestFolder folder, Sources sources) {
        this.process = process;
        this.folder = folder;
        this.sources = sources;
        reader.start();
        errorReader.start();
    }

    /** A program of {@code src/test/resources/programs} on a JDK, to be configured and started. */
    public static ServedBuilder program(String name, Jdk jdk) {
        return program(Checkout.program(name), jdk);
    }

    /** A program whose sources are copied from somewhere else; its main class is {@code app.Main}. */
    public static ServedBuilder program(Path originals, Jdk jdk) {
        return new ServedBuilder(originals, jdk);
    }

    public Sources sources() {
        return sources;
    }

    /** What a next one in the same folder is started with, if this one was killed. */
    public TestFolder folder() {
        return folder;
    }

    public EventLog log() {
        return log;
    }

    /** The process of the command line. */
    public Process server() {
        return process;
    }

    /** The process of the program. */
    public ProcessHandle child() {
        long pid = log.await(0, "the start of the program", event -> event.is("started"))
                .number("pid");
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError("Process " + pid + " is gone\n" + log));
    }

    /**
     * Saves an edit of one file: each second string instead of the one before it. What is waited for later must come after
     * the last save.
     */
    public void save(Save how, String file, String... fromTo) {
        write(file, sources.replaced(file, fromTo), how);
    }

    /** Saves a whole file. */
    public void write(String file, String text, Save how) {
        lastSave = log.size();
        sources.write(file, text, how);
    }

    /** Saves an edit, which must go live as it is; returns the event that says so. */
    public Event edit(Save how, String file, String... fromTo) {
        save(how, file, fromTo);
        return patched();
    }

    /** Saves a file as it was before all edits, which must go live as it is. */
    public Event undo(String file, Save how) {
        write(file, sources.original(file), how);
        return patched();
    }

    /** Waits until the last save is live, without a bad word. */
    public Event patched() {
        Event event = log.await(lastSave, "the patch", e -> e.is("patched") || BAD_NEWS.contains(e.text("event")));
        assertThat(event).matches(e -> e.is("patched"), "is a patch\n" + log);
        assertThat(event.members())
                .as("Members of %s\n%s", event, log)
                .isNotEmpty()
                .allMatch(member -> GOOD_VERDICTS.contains(member.verdict()));
        return event;
    }

    /** Waits for the first event since the last save that has one of these names. */
    public Event hears(String... names) {
        List<String> wanted = List.of(names);
        return log.await(lastSave, "event " + wanted, event -> wanted.contains(event.text("event")));
    }

    /** Waits until the program writes a line, since the last save. */
    public Event shows(String line) {
        return log.await(lastSave, "output '" + line + "'", event -> event.isOutput(line));
    }

    /** Where the log ended when the last save was made. */
    public int lastSave() {
        return lastSave;
    }

    /** Sends a command. */
    public void command(String text) {
        try {
            Writer input = process.outputWriter(StandardCharsets.UTF_8);
            input.write(text + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends its standard input. */
    public void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of the command; returns its exit code. */
    public int exitCode() {
        try {
            assertThat(process.waitFor(EventLog.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("The server ends\n%s", log)
                    .isTrue();
            reader.join();
            errorReader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Asks it to quit, if it still runs, and looks that nothing is left. */
    @Override
    public void close() {
        try (folder;
                Remains remains = Remains.of(process, log)) {
            if (process.isAlive()) {
                command("quit");
                assertThat(exitCode()).as("Exit code\n%s", log).isZero();
            }
            remains.areNone();
            assertThat(folder.leftovers()).as("Files left behind\n%s", log).isEmpty();
        }
    }

    private void readEvents() {
        read(process.getInputStream(), line -> {
            try {
                log.add(MAPPER.readTree(line));
            } catch (JacksonException e) {
                log.add(MAPPER.createObjectNode().put("event", "text").put("line", line));
            }
        });
        log.end();
    }

    private void readErrors() {
        read(
                process.getErrorStream(),
                line -> log.add(MAPPER.createObjectNode().put("event", "stderr").put("line", line)));
    }

    private static void read(InputStream stream, java.util.function.Consumer<String> consumer) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(consumer);
        } catch (IOException | UncheckedIOException gone) {
            return; // The process was killed; who waits is told by the end of the log.
        }
    }
}
