package dev.subsecond.runtime.table;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The jump table of this process.
 *
 * <p>Call sites are linked to it by the bootstraps of {@code dev.subsecond.runtime.link} and changed by {@link #commit}
 * alone. A site that is linked while a patch is being committed waits for a moment and then follows the new state.
 */
public final class HotTable {

    private static final HotTable SHARED = new HotTable(buildOfThisProcess(), Switchover::new);

    private final String buildId;
    private final Switchovers switchovers;
    private final Map<ClassLoader, Image> images = new ConcurrentHashMap<>();

    private final ReentrantLock patching = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by {@link #lock}. */
    private final List<Generation> history = new ArrayList<>(List.of(Generation.IMAGE));

    private volatile Snapshot snapshot = Snapshot.IMAGE;
    private volatile @Nullable FirstCalls firstCalls;

    /** The last commit, while its sites still ask its phase. Guarded by {@link #patching}. */
    private @Nullable Switchover unsettled;

    HotTable(String buildId, Switchovers switchovers) {
        this.buildId = buildId;
        this.switchovers = switchovers;
    }

    /** How commits are carried out. */
    @FunctionalInterface
    interface Switchovers {
        Switchover of(StagedPatch patch, @Nullable FirstCall firstCall);
    }

    /** The one table that all bootstraps use. */
    public static HotTable shared() {
        return SHARED;
    }

    /** Which build of the program this process runs; empty if it was not told when it was started. */
    public String buildId() {
        return buildId;
    }

    /** The table as it is now; one volatile read. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** All states so far, the image first; an unmodifiable snapshot. */
    public List<Generation> history() {
        return locked(() -> List.copyOf(history));
    }

    /** What is known of the classes of {@code loader}. */
    public Image image(ClassLoader loader) {
        return images.computeIfAbsent(loader, key -> new Image(key, buildId));
    }

    /**
     * Held while a patch is applied, so that patches do not overlap. Whoever holds it may define classes but waits for
     * no other thread of the program.
     */
    public ReentrantLock patching() {
        return patching;
    }

    /**
     * From the next patch on tells {@code listener} of the first call of each patch's code. Until that call the patched
     * functions cost a few nanoseconds more, afterwards nothing.
     *
     * @param executor runs the listener and takes the patched call sites to their final state; it may wait for a patch
     *     that is being applied, so it is no thread that a patch waits for
     */
    public void onFirstCall(FirstCallListener listener, Executor executor) {
        firstCalls = new FirstCalls(listener, executor);
    }

    /** The guard of a method of the calling class. */
    public CallSite guard(Lookup caller, String method, String descriptor) {
        // No lambda here: this is the one path that every program takes thousands of times while it starts.
        Image image = remember(caller);
        FunctionKey key = new FunctionKey(caller.lookupClass(), method, descriptor);
        lock.lock();
        try {
            return image.declared(key).guardSite();
        } finally {
            lock.unlock();
        }
    }

    /** The code of the newest patch of a method of the calling class, receiver first. */
    public CallSite dispatch(Lookup caller, String method, String descriptor, MethodType type) {
        Image image = remember(caller);
        FunctionKey key = new FunctionKey(caller.lookupClass(), method, descriptor);
        return locked(() -> image.declared(key).codeSite(type));
    }

    /**
     * A stub's function.
     *
     * @param key a method of a class in the package and loader of the calling class
     * @param plainCall the plain call of the method, receiver first
     */
    public LinkedStub stub(Lookup caller, FunctionKey key, MethodHandle plainCall, boolean isStatic) {
        StubSite plain = new StubSite(plainCall, isStatic ? Receivers.all() : Receivers.of(key));
        Image image = remember(caller);
        return locked(() -> {
            Function function = image.declared(key);
            return new LinkedStub(function, function.stubSite(plain));
        });
    }

    /** All stubs that have been linked so far; a snapshot. */
    public List<LinkedStub> stubs() {
        return locked(() -> images.values().stream()
                .flatMap(image -> image.stubs().stream())
                .toList());
    }

    /** A handle that always runs the newest code of a function that a patch has changed or added, receiver first. */
    public MethodHandle invoker(Function function) {
        return locked(function::patchedSite).dynamicInvoker();
    }

    /**
     * The same for a function that the patch being applied adds; callable once that patch is committed.
     *
     * @param type the function's type, receiver first
     */
    public MethodHandle invoker(Function function, MethodType type) {
        return locked(() -> function.codeSite(type)).dynamicInvoker();
    }

    /** A handle that dispatches on the receiver with the newest members of {@code family}. */
    public MethodHandle invoker(Family family) {
        return family.site().dynamicInvoker();
    }

    /** A method of a class of the image, whether or not anything has linked it. */
    public Function function(FunctionKey key) {
        Image image = image(key.owner().getClassLoader());
        return locked(() -> image.declared(key));
    }

    /**
     * Makes a patch live, atomically: no call that starts after one that ran new code runs older code of any function.
     * When this returns, every call that starts on any thread runs the new code.
     *
     * <p>The caller holds {@link #patching}. Calls that started before go on with the code they run.
     */
    public Committed commit(StagedPatch patch) {
        settle();
        FirstCalls listening = firstCalls;
        FirstCall firstCall = listening == null ? null : listening.of(patch.sequence(), () -> settled(patch));
        Switchover commit = switchovers.of(patch, firstCall);
        long gateNanos = locked(() -> install(patch, commit));
        unsettled = commit;
        if (firstCall == null) {
            settle();
        }
        return new Committed(snapshot.generation(), gateNanos);
    }

    private long install(StagedPatch patch, Switchover commit) {
        patch.image().add(patch);
        commit.stage();
        Snapshot next = snapshot.next(patch.sequence(), patch.functions(), commit.changed());
        history.add(next.generation());
        return commit.release(() -> snapshot = next);
    }

    /** After the first call of the patch's code. */
    private void settled(StagedPatch patch) {
        patching.lock();
        try {
            if (snapshot.generation().sequence() == patch.sequence()) {
                settle();
            }
        } finally {
            patching.unlock();
        }
    }

    private void settle() {
        Switchover last = unsettled;
        if (last != null) {
            last.settle();
            unsettled = null;
        }
    }

    private Image remember(Lookup caller) {
        Image image = image(caller.lookupClass().getClassLoader());
        image.remember(caller);
        return image;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private static String buildOfThisProcess() {
        String told = System.getProperty("subsecond.buildId");
        return Optional.ofNullable(told)
                .or(() -> Optional.ofNullable(System.getenv("SUBSECOND_BUILD_ID")))
                .orElse("");
    }
}
