package dev.subsecond.runtime;

import dev.subsecond.runtime.event.Patching;
import dev.subsecond.runtime.patch.PatchEngine;
import dev.subsecond.runtime.scope.Scopes;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The running program's side of Subsecond: patches come in here, and here a program learns of them. All methods may be
 * called by any thread. Patching is off unless the program was started for it; then nothing here loads or starts
 * anything.
 */
public final class Subsecond {

    /** Set by the launcher before this class is loaded, or on the command line of a program that is started otherwise. */
    private static final boolean ENABLED = Boolean.getBoolean("subsecond.enabled");

    private Subsecond() {}

    /** Whether this program can be patched. Never changes while it runs, so the JIT takes it for a constant. */
    public static boolean isEnabled() {
        return ENABLED;
    }

    /**
     * Runs the newest code of a closure, with the values that it captured, as a scope: when a patch changes that code, or a
     * method that this thread is inside of at its next hot call, the code is left at that hot call and the closure runs
     * again in its new form. So a loop can be edited while it runs; wrap it in this call and keep what has to survive
     * outside of it.
     *
     * <ul>
     *   <li>A hot call is a call through a stub or a handle, or of this method. What is merely called goes live through its
     *       own entry and starts nothing again.
     *   <li>The code is left by a {@link HotFnPanic}: {@code finally} blocks run and resources are closed. Scopes can be
     *       nested; the innermost one that encloses all stale code runs again, and no other.
     *   <li>The closure may run any number of times, so it must bear that. An edit that changes what it captures makes the
     *       code around it stale instead; the closure that runs keeps its old body.
     *   <li>A scope that stays stale although it has run again, starts again more than 50 times in 10 seconds, or makes no
     *       hot call for 10 seconds after a patch is left alone and reported once, to the logger {@code dev.subsecond}.
     * </ul>
     *
     * <p>Entering and leaving costs some 20 ns and allocates nothing. Where patching is off this only runs the closure.
     *
     * @throws HotFnPanic if code above this call is stale; for the enclosing scope
     */
    public static void call(HotRunnable body) {
        if (ENABLED) {
            Scopes.run(body);
        } else {
            body.run();
        }
    }

    /**
     * Runs the newest code of a closure as a scope, as {@link #call(HotRunnable)} does, and returns the result of the run
     * that came to an end.
     *
     * @throws HotFnPanic if code above this call is stale; for the enclosing scope
     */
    public static <T extends @Nullable Object> T call(HotSupplier<T> body) {
        return ENABLED ? Scopes.run(body) : body.get();
    }

    /**
     * Applies a patch: all of it or, if anything in it cannot be, nothing. When this returns, every call that starts on
     * any thread runs the new code, and the handlers without an executor have run. Waits while another patch is
     * committed. May be called from hot code and from handlers.
     *
     * @return what changed
     * @throws PatchException if the patch was refused; the program runs on unchanged and takes the next patch. With
     *     {@link PatchException.Reason#DISABLED} if patching is off
     */
    public static PatchResult applyPatch(JumpTable table) throws PatchException {
        return Patching.apply(table).result();
    }

    /**
     * Makes an earlier generation current again, atomically as a patch: each function runs the code that it ran then and
     * has the pointer that it had then. That is a new generation, and patches go on from there. Functions that were added
     * since stay callable by the frames that still run; objects, statics and added fields keep their values. Handlers are
     * told as of a patch, and so is the dev server, which compares the next save with what is current then: that save
     * makes the program again what its sources say.
     *
     * @param generation a number of the {@link #history}; nothing happens if it is the current one
     * @return what changed
     * @throws PatchException with {@link PatchException.Reason#OUT_OF_ORDER} if there is no such generation, with
     *     {@link PatchException.Reason#DISABLED} if patching is off
     */
    public static PatchResult rollback(long generation) throws PatchException {
        return Patching.rollback(generation).result();
    }

    /**
     * All generations so far in the order of their numbers, the image first; empty if patching is off. A snapshot. A patch
     * adds a few hundred bytes for each function that it changes, which are kept as long as the program runs.
     */
    public static List<Generation> history() {
        return ENABLED ? PatchEngine.history() : List.of();
    }

    /**
     * The current state of all patched functions. A snapshot that later patches leave as it is; empty at generation 0.
     */
    public static JumpTable jumpTable() {
        return ENABLED ? PatchEngine.snapshot() : new JumpTable(Path.of(""), new TreeMap<>(), 0, 0, 0);
    }

    /** How many times the program was changed since it started; 0 is the image. */
    public static long generation() {
        return ENABLED ? PatchEngine.generation() : 0;
    }

    /**
     * The handles of the hot functions that have been called, or asked for their handle, so far. A function that no code
     * has used yet is not linked and not listed. A snapshot.
     */
    public static Set<HotFunction> functions() {
        return PatchEngine.targets().stream().map(HotHandles::of).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Has a handler told of every patch from now on, on the thread that applies the patch and after the handlers that
     * were registered before it. A handler that blocks keeps {@link #applyPatch} from returning, but not other threads
     * from applying patches.
     *
     * @return closes to remove the handler
     */
    public static Registration registerHandler(PatchHandler handler) {
        return registerHandler(handler, Runnable::run);
    }

    /**
     * Has a handler told of every patch from now on, by an executor of its own. Once the registration is closed no new
     * call of the handler starts, not even for a patch that the executor had been told of.
     *
     * @return closes to remove the handler
     */
    public static Registration registerHandler(PatchHandler handler, Executor executor) {
        return Patching.register(handler, executor);
    }
}
