package dev.subsecond.runtime.table;

import dev.subsecond.runtime.wire.Addresses;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
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
    private final Images images;

    private final ReentrantLock lock = new ReentrantLock();
    private final Commits commits;

    /** Whether any guard was linked. Guarded by {@link #lock}. */
    private boolean guarded;

    HotTable(String buildId, Switchovers switchovers) {
        this.buildId = buildId;
        this.images = new Images(buildId);
        this.commits = new Commits(images, lock, switchovers);
    }

    /** How changes of the table are carried out. */
    @FunctionalInterface
    interface Switchovers {
        Switchover of(long generation, @Nullable FirstCall firstCall);
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
        return commits.snapshot();
    }

    /** All states so far, the image first; an unmodifiable snapshot. */
    public List<Generation> history() {
        return commits.history();
    }

    /** What is known of the classes of {@code loader}. */
    public Image image(ClassLoader loader) {
        return images.of(loader);
    }

    /** The images of all loaders whose classes have linked anything, or that were asked for; a snapshot. */
    public List<Image> images() {
        return images.all();
    }

    /**
     * Held while a patch is applied, so that patches do not overlap. Whoever holds it may define classes but waits for
     * no other thread of the program.
     */
    public ReentrantLock patching() {
        return commits.patching();
    }

    /**
     * From the next patch on tells {@code listener} of the first call of each patch's code. Until that call the patched
     * functions cost a few nanoseconds more, afterwards nothing.
     *
     * @param executor runs the listener and takes the patched call sites to their final state; it may wait for a patch
     *     that is being applied, so it is no thread that a patch waits for
     */
    public void onFirstCall(FirstCallListener listener, Executor executor) {
        commits.onFirstCall(new FirstCalls(listener, executor));
    }

    /** The guard of a method of the calling class. */
    public CallSite guard(Lookup caller, String method, String descriptor) {
        // No lambda here: this is the one path that every program takes thousands of times while it starts.
        Image image = remember(caller);
        FunctionKey key = new FunctionKey(caller.lookupClass(), method, descriptor);
        lock.lock();
        try {
            guarded = true;
            return image.declared(key).guard();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a method with a guard has run: before any patch that says that the program's classes were prepared. */
    public boolean hasGuards() {
        return locked(() -> guarded);
    }

    /** The code of the newest patch of a method of the calling class, receiver first. */
    public CallSite dispatch(Lookup caller, String method, String descriptor, MethodType type) {
        Image image = remember(caller);
        image.rememberOriginal(caller);
        FunctionKey key = new FunctionKey(caller.lookupClass(), method, descriptor);
        return locked(() -> image.declared(key).sites().code(type));
    }

    /**
     * A stub's function.
     *
     * @param key a method of a class in the package and loader of the calling class
     * @param plainCall the plain call of the method, receiver first
     */
    public LinkedStub stub(Lookup caller, FunctionKey key, MethodHandle plainCall, boolean isStatic) {
        return link(caller, key, plainCall, isStatic, true);
    }

    /**
     * The stub's function if a patch has added it to its class; null if none has.
     *
     * @param key the name and descriptor of the method
     * @param isStatic whether it has no receiver
     */
    public @Nullable LinkedStub addedStub(Lookup caller, FunctionKey key, boolean isStatic) {
        Image image = remember(caller);
        return locked(() -> image.addedStub(key, isStatic));
    }

    /**
     * The function that a closure's body is, with a site that runs its newest code; not among the {@link #stubs}. Asking
     * again gives the same.
     *
     * @param key a method of a class in the package and loader of the calling class, as a rule the one that the compiler
     *     made of a lambda
     * @param plainCall the plain call of the method, receiver first
     */
    public LinkedStub closure(Lookup caller, FunctionKey key, MethodHandle plainCall, boolean isStatic) {
        return link(caller, key, plainCall, isStatic, false);
    }

    private LinkedStub link(
            Lookup caller, FunctionKey key, MethodHandle plainCall, boolean isStatic, boolean hasHandle) {
        StubSite plain = isStatic
                ? StubSite.exact(plainCall)
                : StubSite.virtual(plainCall, Receivers.of(key), () -> EntryDispatch.of(this, key, plainCall));
        Image image = remember(caller);
        return locked(() -> image.declared(key).link(plain, hasHandle, images.mayHavePatchedOverrides(key)));
    }

    /**
     * What patched code calls in an image without guards: a handle that runs the newest code of exactly that method.
     *
     * @param key a method and the class that declares it
     * @param own runs the method's own code, receiver first
     */
    public MethodHandle entry(FunctionKey key, MethodHandle own) {
        Image image = images.of(key.owner());
        return locked(() -> image.declared(key).direct(StubSite.exact(own))).dynamicInvoker();
    }

    /**
     * The same for a call that chooses the method by its receiver.
     *
     * @param key the method that the call names and the class that declares it
     * @param plainCall the JVM's own call of it, receiver first
     */
    public MethodHandle virtualEntry(FunctionKey key, MethodHandle plainCall) {
        return EntryDispatch.of(this, key, plainCall);
    }

    /** The image of a class; null if nothing in its loader can be patched. */
    @Nullable
    Image knownImage(Class<?> type) {
        return images.find(type.getClassLoader());
    }

    /** All stubs that have been linked so far; a snapshot. */
    public List<LinkedStub> stubs() {
        return locked(() ->
                images.all().stream().flatMap(image -> image.stubs().stream()).toList());
    }

    /**
     * What a stack frame runs. Takes no lock and allocates nothing, so it may be asked of every frame of a stack.
     *
     * @param declaring the class that declares the frame's method
     * @param name the method's name
     * @param descriptor the method's descriptor
     */
    public FrameCode frameCode(Class<?> declaring, String name, String descriptor) {
        Image image = images.find(declaring.getClassLoader());
        return image == null ? FrameCode.UNKNOWN : image.frames().of(declaring, name, descriptor);
    }

    /**
     * Whether a method holds code, new or old, of the function that another method is: that other's frame, directly below
     * such a frame, has only passed the call on. Costs what {@link #frameCode} does.
     */
    public boolean isBodyOf(FunctionKey body, FunctionKey entry) {
        Image image = images.find(body.owner().getClassLoader());
        return image != null && image.frames().isBodyOf(body, entry);
    }

    /** The function that a method is, if a patch has ever changed or added it; links nothing, takes no lock. */
    public @Nullable Function patched(Class<?> declaring, String name, String descriptor) {
        Image image = images.find(declaring.getClassLoader());
        return image == null ? null : image.frames().entry(declaring, name, descriptor);
    }

    /** A handle that always runs the newest code of a function that a patch has changed or added, receiver first. */
    public MethodHandle invoker(Function function) {
        return locked(() -> function.sites().patchedCode()).dynamicInvoker();
    }

    /**
     * The same for a function that the patch being applied adds; callable once that patch is committed.
     *
     * @param type the function's type, receiver first
     */
    public MethodHandle invoker(Function function, MethodType type) {
        return locked(() -> function.sites().code(type)).dynamicInvoker();
    }

    /** A handle that dispatches on the receiver with the newest members of {@code family}. */
    public MethodHandle invoker(Family family) {
        return family.site().dynamicInvoker();
    }

    /** A method of a class of the image, whether or not anything has linked it. */
    public Function function(FunctionKey key) {
        Image image = images.of(key.owner());
        return locked(() -> image.declared(key));
    }

    /** The function of that image address; null if nothing has linked it and no patch has brought it. */
    public @Nullable Function function(Image image, long address) {
        Function patched = image.patched(Addresses.format(address));
        return patched != null
                ? patched
                : locked(image::linked).stream()
                        .filter(function -> function.address() == address)
                        .findAny()
                        .orElse(null);
    }

    /** What makes a function run again what it ran when it had the address {@code pointer}; null if it never had it. */
    public @Nullable FunctionUpdate backTo(Function function, long pointer) {
        return locked(() -> function.backTo(pointer));
    }

    /**
     * Makes a patch live, atomically: no call that starts after one that ran new code runs older code of any function.
     * When this returns, every call that starts on any thread runs the new code.
     *
     * <p>The caller holds {@link #patching}. Calls that started before go on with the code they run.
     *
     * @param sequence the number of the patch
     * @param parts what it changes in each image, and first what images have missed that came late; at least one
     */
    public Committed commit(long sequence, List<StagedPatch> parts) {
        return commits.commit(sequence, parts);
    }

    /** Lets patches that build on {@code patch} be loaded before it is committed. */
    public void announce(StagedPatch patch) {
        locked(() -> {
            patch.image().add(patch);
            return patch;
        });
    }

    /**
     * Makes an earlier generation current again, as atomically as a patch: each function runs the code that it ran then,
     * with the pointer that it had then. Functions that patches have added since keep their code, which nothing of that
     * time calls. The result is a new generation.
     *
     * <p>The caller holds {@link #patching}.
     *
     * @param to the number of a generation of the {@link #history}
     */
    public Committed rollback(long to) {
        return commits.rollback(to);
    }

    private Image remember(Lookup caller) {
        Image image = images.of(caller.lookupClass());
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
