package dev.subsecond.runtime.client;

import dev.subsecond.runtime.event.AppliedPatch;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One connection from its greeting to its end. What arrives is queued by the WebSocket's thread and worked off by the one
 * thread that calls {@link #work}. Only what ends the connection takes effect at once, because a handler of the program
 * may keep that thread busy for ever; and because a farewell says why, it must not be overtaken by the closing.
 */
final class Session implements Frames.Receiver, Executor {

    private static final long BYTES_FOLLOW_WITHIN_SECONDS = 5;

    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final PatchReceiver patches;
    private final EndingListener listener;

    /** Whether the server has let the program in. Belongs to the thread that reads messages. */
    private boolean welcomed;

    private volatile boolean otherProtocol;

    // The following belong to the working thread.
    private @Nullable Outbox outbox;
    private Message.@Nullable Patch awaitingBytes;

    Session(PatchReceiver patches, EndingListener listener) {
        this.patches = patches;
        this.listener = listener;
    }

    /** Introduces the program. To be called before {@link #work}, on the same thread. */
    void open(Outbox newOutbox, Message.Hello hello) {
        outbox = newOutbox;
        newOutbox.send(hello);
    }

    /** Works off what arrives until the connection has ended. */
    void work() {
        try {
            while (!ended.get()) {
                next().run();
            }
        } catch (InterruptedException e) {
            // Nobody has this thread but us: the JVM is going down.
        }
    }

    private Runnable next() throws InterruptedException {
        Message.Patch awaiting = awaitingBytes;
        if (awaiting == null) {
            return work.take();
        }
        Runnable next = work.poll(BYTES_FOLLOW_WITHIN_SECONDS, TimeUnit.SECONDS);
        return next != null ? next : () -> giveUp(awaiting);
    }

    @Override
    public void execute(Runnable task) {
        work.add(task);
    }

    @Override
    public void text(String text) {
        try {
            receive(Messages.parse(text));
        } catch (RuntimeException e) {
            execute(() -> warn("A message of the dev server was ignored. " + e.getMessage()));
        }
    }

    @Override
    public void binary(byte[] message) {
        execute(() -> bytes(message));
    }

    @Override
    public void oversized() {
        execute(() -> warn("A message of the dev server was too large and was ignored"));
    }

    @Override
    public void closed(String reason) {
        end(otherProtocol ? Ending.REFUSED : Ending.LOST, reason);
    }

    /** Told by the jump table, on the working thread. */
    void firstCall(long sequence, String function, long nanosSinceCommit) {
        send(new Message.FirstCall(sequence, function, TimeUnit.NANOSECONDS.toMicros(nanosSinceCommit)));
    }

    private void receive(Message message) {
        if (message instanceof Message.Welcome welcome) {
            welcome(welcome);
        } else if (message instanceof Message.Shutdown || message instanceof Message.Restart) {
            end(Ending.SHUTDOWN, "the dev server ends the program");
        } else if (message instanceof Message.Goodbye goodbye) {
            end(welcomed ? Ending.LOST : Ending.REFUSED, goodbye.reason());
        } else {
            execute(() -> handle(message));
        }
    }

    private void welcome(Message.Welcome welcome) {
        if (welcome.protocol() == Message.PROTOCOL) {
            welcomed = true;
            return;
        }
        otherProtocol = true;
        String why = "the dev server speaks protocol " + welcome.protocol() + ", this program " + Message.PROTOCOL;
        execute(() -> {
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
            rollback(rollback.generation());
        }
        // Everything else is news for programs that show it, or comes from a newer server.
    }

    private void patch(Message.Patch patch) {
        if (Files.isReadable(patch.jumpTable().lib())) {
            send(patches.receive(patch));
        } else {
            awaitingBytes = patch;
        }
    }

    private void rollback(long generation) {
        Message refused = patches.rollback(generation);
        if (refused != null) {
            send(refused);
        }
    }

    /** The program runs an earlier generation again. Any thread. */
    void rolledBack(AppliedPatch patch, long to) {
        execute(() -> send(PatchReceiver.rolledBack(patch, to)));
    }

    private void bytes(byte[] message) {
        Message.Patch patch = awaitingBytes;
        awaitingBytes = null;
        if (patch != null) {
            send(patches.receive(patch, message));
        }
    }

    private void giveUp(Message.Patch patch) {
        awaitingBytes = null;
        send(patches.unreadable(patch));
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
    private void end(Ending ending, String why) {
        if (ended.compareAndSet(false, true)) {
            execute(() -> {});
            listener.ended(ending, why);
        }
    }
}
