package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A program with a jump table of its own and two functions: the caller, which is reached through a stub, and the callee,
 * which has a guard as in a prepared image. Made of method handles alone, so that jcstress can have a fresh one for each
 * of its samples.
 *
 * <p>Code of the image answers {@link #OLD}. Patch n makes the callee answer n; it makes the caller ask the callee and
 * answer {@link #NEW} more than what that said.
 */
@SuppressWarnings("this-escape") // handles of its methods are bound to it, and called later
public class TwoFunctions {

    /** What code of the image answers. */
    public static final long OLD = 0;

    /** What the caller of a patch adds to the answer of the callee. */
    public static final long NEW = 10;

    private static final Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType TYPE = MethodType.methodType(long.class);
    private static final MethodHandle OLD_CALLER = method("oldCaller");
    private static final MethodHandle NEW_CALLER = method("newCaller");
    private static final FunctionKey CALLER = new FunctionKey(TwoFunctions.class, "caller", "()J");
    private static final FunctionKey CALLEE = new FunctionKey(TwoFunctions.class, "callee", "()J");

    /** The jump table. */
    public final HotTable table;

    private final Image image;
    private final Function caller;
    private final Function callee;
    private final MethodHandle stub;
    private final MethodHandle guard;
    private final MethodHandle newCaller = NEW_CALLER.bindTo(this);
    private @Nullable MethodHandle dispatch;
    private volatile boolean ready;

    /** @param way how this program's commits are made */
    public TwoFunctions(CommitWay way) {
        table = new HotTable("", way::of);
        image = table.image(TwoFunctions.class.getClassLoader());
        LinkedStub linked = table.stub(LOOKUP, CALLER, OLD_CALLER.bindTo(this), true);
        caller = linked.function();
        stub = linked.site().dynamicInvoker();
        guard = table.guard(LOOKUP, CALLEE.name(), CALLEE.descriptor()).dynamicInvoker();
        callee = table.function(CALLEE);
    }

    /** Calls the caller. */
    public final long caller() {
        try {
            return (long) stub.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Calls the callee. */
    public final long callee() {
        try {
            return (boolean) guard.invokeExact() ? (long) dispatch().invokeExact() : OLD;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Linked by the first call that the guard leads here, as in a prepared image. Racing threads link the same. It waits
     * for a commit, so a test that looks into one links first.
     */
    final MethodHandle dispatch() {
        MethodHandle linked = dispatch;
        if (linked == null) {
            linked = table.dispatch(LOOKUP, CALLEE.name(), CALLEE.descriptor(), TYPE)
                    .dynamicInvoker();
            dispatch = linked;
        }
        return linked;
    }

    /** Lets {@link #awaitReady} return, so that the actors of a sample meet. */
    public final void ready() {
        ready = true;
    }

    /** Waits for the other actor. */
    public final void awaitReady() {
        Wait.until(() -> ready);
    }

    /** Calls the caller until it runs code of a patch; what that answered. */
    public final long callUntilPatched() {
        long answer = caller();
        for (int round = 1; answer == OLD; round++) {
            Wait.step(round);
            answer = caller();
        }
        return answer;
    }

    /** The caller's code in the image. */
    protected long oldCaller() {
        return OLD;
    }

    @SuppressWarnings("unused")
    private long newCaller() {
        return NEW + callee();
    }

    /** A patch of both functions. The callee comes first in it. */
    public final StagedPatch patch(long sequence) {
        MethodHandle newCallee = MethodHandles.constant(long.class, sequence);
        return new StagedPatch(
                sequence,
                image,
                List.of(update(callee, newCallee, sequence), update(caller, newCaller, sequence)),
                Map.of(),
                List.of());
    }

    private FunctionUpdate update(Function function, MethodHandle body, long sequence) {
        long pointer = address(function) + sequence;
        return new FunctionUpdate(function, pointer, pointer, new Body(body, null), Map.of());
    }

    private static long address(Function function) {
        return function.key().address("");
    }

    /** Commits as whoever applies a patch does. */
    public final void commit(StagedPatch patch) {
        ReentrantLock patching = table.patching();
        patching.lock();
        try {
            table.commit(patch.sequence(), List.of(patch));
        } finally {
            patching.unlock();
        }
    }

    /** How many patches the caller's pointer is from that of the image. */
    final long callerPointer() {
        return caller.pointer() - address(caller);
    }

    /** How often the caller's pointer has changed. */
    final int callerVersion() {
        return caller.version();
    }

    /** Whether the caller's code of a patch can be asked for. */
    final boolean callerHasBody(long sequence) {
        return caller.body(address(caller) + sequence) != null;
    }

    /** How many patches the caller's pointer in {@code snapshot} is from that of the image. */
    final long callerPointer(Snapshot snapshot) {
        long address = address(caller);
        return snapshot.map().getOrDefault(address, address) - address;
    }

    private static MethodHandle method(String name) {
        try {
            return LOOKUP.findVirtual(TwoFunctions.class, name, TYPE);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("TwoFunctions has this method", e);
        }
    }
}
