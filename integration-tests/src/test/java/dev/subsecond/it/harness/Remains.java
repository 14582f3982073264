package dev.subsecond.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The processes of a command: those below it, and the programs it said it had started. Closing it kills them all. */
final class Remains implements AutoCloseable {

    private static final long SECONDS = 20;

    private final List<ProcessHandle> processes;
    private final EventLog log;

    private Remains(List<ProcessHandle> processes, EventLog log) {
        this.processes = processes;
        this.log = log;
    }

    static Remains of(Process process, EventLog log) {
        Stream<ProcessHandle> programs = log.since(0).stream()
                .filter(event -> event.is("started"))
                .flatMap(event -> ProcessHandle.of(event.number("pid")).stream());
        Stream<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants());
        return new Remains(Stream.concat(family, programs).distinct().toList(), log);
    }

    /** Waits until all have ended, which each of them must by itself. */
    void areNone() {
        for (ProcessHandle process : processes) {
            assertThat(process)
                    .as("%s ends\n%s", process.info().commandLine().orElse("" + process.pid()), log)
                    .matches(Remains::ends, "has ended");
        }
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(ProcessHandle::destroyForcibly);
    }
}
