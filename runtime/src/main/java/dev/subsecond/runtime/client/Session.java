package dev.subsecond.runtime.client;

import dev.subsecond.runtime.event.AppliedPatch;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One connection from its greeting to its end. What arrives is queued by the WebSocket's thread and worked off by the one
 * thread that calls {@link #work}. Only what ends the connection takes effect at once, because a handler of the program
 * may keep that thread busy for ever; and because a farewell says why, it must not be overtaken by the closing.
 */
final class Session implements Frames.Receiver {

    private static final long BYTES_FOLLOW_WITHIN_SECONDS = 5;

    private final AtomicBoolean ended = new AtomicBoolean();
    private final PatchReceiver patches;
    private final WorkQueue work;
    private final Runnable welcomeListener;
    private final EndingListener listener;

    /** Whether the server has let the program in. Written by the thread that reads messages. */
    private volatile boolean welcomed;

    private volatile boolean otherProtocol;

    // The following belong to the working thread.
    private @Nullable Outbox outbox;
    private Message.@Nullable Patch awaitingBytes;

    /**
     * @param work whose thread calls {@link #work}
     * @param welcomeListener told when the server has let the program in
     * @param listener told once of the end
     */
    Session(PatchReceiver patches, WorkQueue work, Runnable welcomeListener, EndingListener listener) {
        this.patches = patches;
        this.work = work;
        this.welcomeListener = welcomeListener;
        this.listener = listener;
    }

    /** Introduces the program. To be called before {@link #work}, on the same thread. */
    void open(Outbox newOutbox, Message.Hello hello) {
        outbox = newOutbox;
        newOutbox.send(hello);
    }

    /** Works off what arrives until the connection has ended. */
    void work() throws InterruptedException {
        while (!ended.get()) {
            next().run();
        }
    }

    private Runnable next() throws InterruptedException {
        Message.Patch awaiting = awaitingBytes;
        return awaiting == null ? work.take() : work.take(BYTES_FOLLOW_WITHIN_SECONDS, () -> giveUp(awaiting));
    }

    /** What is left when the connection has ended is void: the server of the next one knows what to send again. */
    private void later(Runnable task) {
        work.execute(() -> {
            if (!ended.get()) {
                task.run();
            }
        });
    }

    boolean isWelcomed() {
        return welcomed;
    }

    @Override
    public void text(String text) {
        try {
            receive(Messages.parse(text));
        } catch (RuntimeException e) {
            later(() -> warn("A message of the dev server was ignored. " + e.getMessage()));
        }
    }

    @Override
    public void binary(byte[] message) {
        later(() -> bytes(message));
    }

    @Override
    public void oversized() {
        later(() -> warn("A message of the dev server was too large and was ignored"));
    }

    @Override
    public void closed(String reason) {
        end(otherProtocol ? Ending.REFUSED : Ending.LOST, reason);
    }

    /**
     * Told by the jump table, on the working thread. The call may have come before the handlers had run, so that what says
     * that the patch is applied is behind this task in the queue; the server must hear that first.
     */
    void firstCall(long sequence, String function, long nanosSinceCommit) {
        long micros = TimeUnit.NANOSECONDS.toMicros(nanosSinceCommit);
        later(() -> send(new Message.FirstCall(sequence, function, micros)));
    }

    /** A patch is live, or an earlier generation is again. Told by the thread that has applied it, whoever that is. */
    void applied(AppliedPatch patch) {
        later(() -> send(PatchReceiver.applied(patch)));
    }

    /** Says why the program goes. Any thread. */
    void leave(String why) {
        later(() -> {
            send(new Message.Goodbye(why));
            end(Ending.LOST, why);
        });
    }

    private void receive(Message message) {
        if (message instanceof Message.Welcome welcome) {
            welcome(welcome);
        } else if (message instanceof Message.Shutdown || message instanceof Message.Restart) {
            end(Ending.SHUTDOWN, "the dev server ends the program");
        } else if (message instanceof Message.Goodbye goodbye) {
            end(welcomed ? Ending.LOST : Ending.REFUSED, goodbye.reason());
        } else {
            later(() -> handle(message));
        }
    }

    private void welcome(Message.Welcome welcome) {
        if (welcome.protocol() == Message.PROTOCOL) {
            welcomed = true;
            welcomeListener.run();
            return;
        }
        otherProtocol = true;
        String why = "the dev server speaks protocol " + welcome.protocol() + ", this program " + Message.PROTOCOL;
        later(() -> {
            send(new Message.Goodbye(why));
            end(Ending.REFUSED, why);
        });
    }

    private void handle(Message message) {
        Message.Patch awaiting = awaitingBytes;
        if (awaiting != null) {
            giveUp(awaiting);
        }
        if (message instanceof Message.Patch patch) {
            patch(patch);
        } else if (message instanceof Message.Rollback rollback) {
            answer(patches.rollback(rollback.generation()));
        } else if (message instanceof Message.Log log) {
            ServerLog.say(log);
        }
        // Everything else is news for programs that show it, or comes from a newer server.
    }

    private void patch(Message.Patch patch) {
        if (Files.isReadable(patch.jumpTable().lib())) {
            answer(patches.receive(patch));
        } else {
            awaitingBytes = patch;
        }
    }

    private void bytes(byte[] message) {
        Message.Patch patch = awaitingBytes;
        awaitingBytes = null;
        if (patch != null) {
            answer(patches.receive(patch, message));
        }
    }

    private void giveUp(Message.Patch patch) {
        awaitingBytes = null;
        send(patches.unreadable(patch));
    }

    private void answer(Optional<Message.Rejected> rejected) {
        rejected.ifPresent(this::send);
    }

    private void warn(String message) {
        send(new Message.Log(Level.WARNING.name(), message));
    }

    private void send(Message message) {
        Outbox open = outbox;
        if (open != null) {
            open.send(message);
        }
    }

    /** Any thread; the first one counts. The task wakes the working thread, so that it sees the end. */
    void end(Ending ending, String why) {
        if (ended.compareAndSet(false, true)) {
            work.wake();
            listener.ended(ending, why);
        }
    }
}
