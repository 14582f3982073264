package dev.subsecond.runtime.client;

import dev.subsecond.runtime.Connection;
import dev.subsecond.runtime.Registration;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.observe.Management;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.wire.Message;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the program connected to its dev server. One daemon thread connects, applies patches and answers; another reads
 * what arrives.
 */
public final class DevServerClient implements Connection {

    private final Endpoint endpoint;
    private final boolean prepared;
    private final Engine engine;
    private final EndingListener listener;
    private final boolean reconnects;
    private final Connector connector;
    private final WorkQueue work = new WorkQueue();
    private final State state = new State();

    /** Whether the first connection was made. Belongs to the thread. */
    private boolean warm;

    /** The connection that is, or was last; null before the first. */
    private volatile @Nullable Session session;

    /** @param reconnects whether a server that is gone is waited for */
    DevServerClient(Endpoint endpoint, boolean prepared, Engine engine, EndingListener listener, boolean reconnects) {
        this.endpoint = endpoint;
        this.prepared = prepared;
        this.engine = engine;
        this.listener = listener;
        this.reconnects = reconnects;
        this.connector = new Connector(endpoint);
    }

    /** Connects a program that the server has prepared and started, once. The listener is told of the end. */
    static DevServerClient ofServedProgram(Endpoint endpoint, EndingListener listener) {
        return new DevServerClient(endpoint, true, Engine.OF_THIS_PROCESS, listener, false).start();
    }

    /**
     * Connects a program that was started by somebody else, again and again.
     *
     * @param prepared whether its classes have guards
     */
    static DevServerClient ofIndependentProgram(Endpoint endpoint, boolean prepared) {
        EndingListener log = new EndingLog(endpoint);
        return new DevServerClient(endpoint, prepared, Engine.OF_THIS_PROCESS, log, true).start();
    }

    /** Starts the thread and returns at once. */
    DevServerClient start() {
        Thread thread = new Thread(this::run, "subsecond");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    @Override
    public boolean isConnected() {
        return state.isConnected();
    }

    @Override
    public boolean awaitConnected(Duration patience) throws InterruptedException {
        return state.awaitConnected(patience);
    }

    /** Whether there will be no connection any more. */
    boolean isOver() {
        return state.isOver();
    }

    @Override
    public void close() {
        state.over();
        Session last = session;
        if (last != null) {
            last.leave("the program has closed its connection");
        }
        work.wake();
    }

    private void run() {
        try {
            Backoff backoff = new Backoff();
            while (!state.isOver()) {
                if (connectOnce()) {
                    backoff.reset();
                }
                work.workFor(backoff.next(), state::isOver);
            }
            work.workForEver();
        } catch (InterruptedException e) {
            // Nobody has this thread but us: the JVM is going down.
        }
    }

    /** Returns when the connection has ended, or could not be made: whether the server had welcomed the program. */
    private boolean connectOnce() throws InterruptedException {
        Session next = new Session(new PatchReceiver(engine), work, this::welcomed, this::ended);
        session = next;
        WebSocket socket = connector.connect(next);
        if (socket == null) {
            return false;
        }
        Outbox outbox = new Outbox(socket);
        Registration listening = engine.listen(next::applied);
        try {
            next.open(outbox, hello());
            warmUp();
            next.work();
        } catch (RuntimeException | Error e) {
            // Without an end the server would wait for answers for ever.
            next.closed("a fault in Subsecond ended its connection: " + e);
        } finally {
            listening.close();
            outbox.close();
        }
        return next.isWelcomed();
    }

    private void warmUp() {
        if (!warm) {
            warm = true;
            HotTable.shared().onFirstCall(this::firstCall, work);
            WarmUp.run();
            Management.register();
            if (reconnects) {
                JvmOptions.mentionWhatIsMissing();
            }
        }
    }

    private void firstCall(long sequence, String function, long nanosSinceCommit) {
        Session last = session;
        if (last != null) {
            last.firstCall(sequence, function, nanosSinceCommit);
        }
    }

    private void welcomed() {
        state.connected(true);
    }

    /**
     * After a refusal the server is not asked again: it would say the same. The listener comes first, so that a program
     * that waits for the connection does not end before it is said why there is none.
     */
    private void ended(Ending ending, String why) {
        if (!state.isOver()) {
            listener.ended(ending, why);
        }
        if (reconnects && ending != Ending.REFUSED) {
            state.connected(false);
        } else {
            state.over();
        }
    }

    private Message.Hello hello() {
        return new Message.Hello(
                Message.PROTOCOL,
                endpoint.buildId(),
                ProcessHandle.current().pid(),
                System.getProperty("java.version"),
                Subsecond.generation(),
                prepared,
                Subsecond.functions().size(),
                List.of());
    }
}
