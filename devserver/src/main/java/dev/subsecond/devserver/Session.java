package dev.subsecond.devserver;

import dev.subsecond.devserver.launch.Child;
import dev.subsecond.devserver.serve.ProgramListener;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.thinlink.WarmUp;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens while a program is served, one thing after the other on the session's thread: reports of the
 * watcher, messages of the program, wishes of the user, the passing of time.
 */
final class Session implements ProgramListener, AutoCloseable {

    private static final Set<String> LOUD =
            Set.of(System.Logger.Level.WARNING.name(), System.Logger.Level.ERROR.name());

    /** After about as many compilations javac's own hot paths are compiled. */
    private static final int WARM_UP_ROUNDS = 10;

    /** The exit code of a program that could not be started again. */
    private static final int NOT_STARTED = 1;

    private final EventPublisher events;
    private final ProgramEnd whenProgramEnds;
    private final SessionThread thread;

    /** What the thread works with: set by its first task, so that no other task can come before it. */
    private @Nullable Serving serving;

    /** The process whose end is the end of the server; null while one is being replaced. */
    private volatile @Nullable Child child;

    /** Told, on a thread of its own, that the program ended by itself. */
    @FunctionalInterface
    interface ProgramEnd {

        void ended(long pid, int code);
    }

    /** What a session works with once the program was started. */
    private record Serving(
            Workspace workspace, ProgramHost host, SavePipeline pipeline, UnpreparedPrograms unprepared) {}

    Session(EventPublisher events, ProgramEnd whenProgramEnds) {
        this.events = events;
        this.whenProgramEnds = whenProgramEnds;
        this.thread = new SessionThread(events);
    }

    /** Starts the program; returns when it runs. */
    void begin(
            Workspace workspace,
            ProgramHost host,
            PatchSender sender,
            UnpreparedPrograms unprepared,
            double compileMillis)
            throws ExecutionException {
        thread.call(() -> {
            RunningProgram running = host.start(workspace.program(), compileMillis);
            Bulletin bulletin =
                    new Bulletin(thread, () -> with(now -> now.pipeline().quiet()));
            SaveReports reports = new SaveReports(events, bulletin);
            SavePipeline pipeline = new SavePipeline(workspace, sender, reports, unprepared, running);
            serving = new Serving(workspace, host, pipeline, unprepared);
            watchOver(running.child());
            return running;
        });
    }

    /** Runs on the session's thread; tasks that come before the first one cannot exist. */
    private void with(Consumer<Serving> task) {
        Serving now = serving;
        if (now != null) {
            task.accept(now);
        }
    }

    private void later(Consumer<Serving> task) {
        thread.submit(() -> with(task));
    }

    /** There are reports of the watcher. Any thread. */
    void reported() {
        later(now -> now.pipeline().reported());
    }

    @Override
    public void connected(Message.Hello hello) {
        later(now -> {
            events.publish(new ServeEvent.Connected(hello.pid(), hello.functions()));
            now.pipeline().connected();
            warmUp(WARM_UP_ROUNDS);
        });
    }

    /** In small steps, so that a save has to wait for one of them at most; once something was saved there is no need. */
    private void warmUp(int rounds) {
        later(now -> {
            if (rounds > 0 && now.pipeline().idleSoFar()) {
                if (rounds == WARM_UP_ROUNDS) {
                    WarmUp.run();
                }
                now.workspace().warmUp();
                warmUp(rounds - 1);
            }
        });
    }

    @Override
    public void received(Message message) {
        later(now -> received(now, message));
    }

    private void received(Serving now, Message message) {
        if (message instanceof Message.Applied applied) {
            now.pipeline().applied(applied);
        } else if (message instanceof Message.Rejected rejected) {
            now.pipeline().rejected(rejected);
        } else if (message instanceof Message.FirstCall call) {
            now.pipeline().firstCall(call);
        } else if (message instanceof Message.Log log && LOUD.contains(log.level())) {
            events.publish(new ServeEvent.Warning("", 0, log.message()));
        }
    }

    @Override
    public void unpreparedConnected(Message.Hello hello) {
        later(now -> now.pipeline().unpreparedConnected(hello));
    }

    @Override
    public void receivedFromGuest(long pid, Message message) {
        later(now -> {
            if (!now.unprepared().received(pid, message)) {
                receivedFromFollower(pid, message);
            }
        });
    }

    private void receivedFromFollower(long pid, Message message) {
        String who = "Process " + pid + ", which runs the same build, ";
        if (message instanceof Message.Rejected rejected) {
            String why = rejected.reason() + ": " + rejected.message();
            events.publish(new ServeEvent.Warning("", 0, who + "did not take the last patch. " + why));
        } else if (message instanceof Message.Log log && LOUD.contains(log.level())) {
            events.publish(new ServeEvent.Warning("", 0, who + "says: " + log.message()));
        }
    }

    @Override
    public void disconnected() {
        later(now -> now.pipeline().disconnected());
    }

    /** Ends the program and starts it anew. Any thread; returns at once. */
    void restart(String why) {
        later(now -> {
            events.publish(new ServeEvent.Restarting(why));
            Child old = child;
            child = null;
            if (old != null) {
                old.stop();
            }
            try {
                RunningProgram running = now.host().start(now.workspace().program(), 0);
                now.pipeline().startedAnew(running);
                watchOver(running.child());
            } catch (IOException e) {
                events.publish(new ServeEvent.Warning("", 0, "The program could not be started again: " + e));
                whenProgramEnds.ended(old == null ? 0 : old.pid(), NOT_STARTED);
            }
        });
    }

    /** Makes an earlier generation current; answered by an event. Any thread. */
    void rollback(long generation) {
        later(now -> now.pipeline().rollback(generation));
    }

    private void watchOver(Child started) {
        child = started;
        Thread watch = new Thread(() -> ended(started, started.awaitExit()), "subsecond-exit");
        watch.setDaemon(true);
        watch.start();
    }

    private void ended(Child which, int code) {
        if (which.equals(child)) {
            whenProgramEnds.ended(which.pid(), code);
        }
    }

    /** Ends the session and the program; returns when both have ended. */
    @Override
    public void close() {
        thread.close();
        Child last = child;
        if (last != null) {
            last.stop();
        }
    }
}
