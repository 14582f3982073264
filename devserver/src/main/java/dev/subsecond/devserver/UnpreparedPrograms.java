package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.Compilation;
import dev.subsecond.devserver.image.FrozenImage;
import dev.subsecond.devserver.serve.ProgramSocket;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.thinlink.Changes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The processes of the served build that were not prepared. Belongs to the session's thread. */
final class UnpreparedPrograms {

    private final ProgramHost host;
    private final ProgramSocket socket;
    private final EventPublisher events;
    private final Verdicts verdicts;
    private final Map<Long, UnpreparedProgram> programs = new HashMap<>();

    UnpreparedPrograms(ProgramHost host, ProgramSocket socket, EventPublisher events, Verdicts verdicts) {
        this.host = host;
        this.socket = socket;
        this.events = events;
        this.verdicts = verdicts;
    }

    /**
     * One has connected: it gets what it has missed.
     *
     * @param newest the class files of the sources as they compiled last
     */
    void connected(Message.Hello hello, FrozenImage image, SortedMap<String, byte[]> newest) {
        UnpreparedProgram known = programs.get(hello.pid());
        boolean isKnown = known != null && known.isBack(hello.generation());
        if (!isKnown && hello.generation() > 0) {
            socket.sendTo(
                    hello.pid(),
                    new Message.Goodbye("Process " + hello.pid()
                            + " has had patches that this server knows nothing of; restart it."));
            return;
        }
        events.publish(new ServeEvent.Connected(hello.pid(), hello.functions()));
        UnpreparedProgram program = isKnown ? known : begin(hello, image, newest);
        if (program != null) {
            program.attempt(new SaveClock(System.nanoTime()));
        }
    }

    private @Nullable UnpreparedProgram begin(
            Message.Hello hello, FrozenImage image, SortedMap<String, byte[]> newest) {
        try {
            UnpreparedProgram program = new UnpreparedProgram(
                    hello.pid(),
                    image.buildId(),
                    host.unpreparedLinker(image),
                    host.patchFolder(hello.pid()),
                    socket,
                    events,
                    verdicts);
            programs.put(hello.pid(), program);
            program.warn();
            program.missed(difference(image.original(), newest));
            return program;
        } catch (IOException e) {
            events.publish(new ServeEvent.Warning(
                    "", 0, "Process " + hello.pid() + " cannot be patched, there is no folder for its patches: " + e));
            return null;
        }
    }

    private static Changes difference(Map<String, byte[]> image, SortedMap<String, byte[]> newest) {
        Map<String, byte[]> compiled = new HashMap<>(newest);
        compiled.entrySet().removeIf(e -> Arrays.equals(e.getValue(), image.get(e.getKey())));
        Set<String> deleted = new HashSet<>(image.keySet());
        deleted.removeAll(newest.keySet());
        return new Changes(compiled, deleted);
    }

    /** Sources compiled. */
    void compiled(Compilation.Good good, List<Path> files) {
        programs.values().forEach(program -> program.compiled(good, files));
    }

    /** What compiled is complete. */
    void attempt(long savedNanos) {
        programs.values().forEach(program -> program.attempt(new SaveClock(savedNanos)));
    }

    /** One of them said something; returns whether it was an answer to a patch. */
    boolean received(long pid, Message message) {
        UnpreparedProgram program = programs.get(pid);
        if (program != null && message instanceof Message.Applied applied) {
            program.applied(applied);
            return true;
        } else if (program != null && message instanceof Message.Rejected rejected) {
            program.rejected(rejected);
            return true;
        }
        return false;
    }

    /** Another build is served from now on, which none of them runs. */
    void startAnew() {
        programs.clear();
    }
}
