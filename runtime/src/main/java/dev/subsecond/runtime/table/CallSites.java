package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The call sites that follow one function. They are made when something links to them and belong to the table's lock.
 *
 * <p>"Code" is a handle that a patch brought; where it is null, the image's own code runs.
 */
final class CallSites {

    // The volatile ones are also read without the lock.
    private volatile @Nullable MutableCallSite guard;
    private volatile @Nullable StubSite stub;
    private @Nullable MutableCallSite code;
    private @Nullable StubSite direct;

    /** Whether the stub asks for overrides that patches have changed; for ever, once there was one. */
    private boolean overridden;

    /** What {@link #code} runs between commits; null before it ever ran anything. */
    private @Nullable MethodHandle coded;

    /** The site of the function's guard: false where the image's own code runs, true where a patch's does. */
    MutableCallSite guard(@Nullable MethodHandle newest) {
        MutableCallSite site = guard;
        if (site == null) {
            site = new MutableCallSite(constant(newest != null));
            guard = site;
        }
        return site;
    }

    /** The site that runs the code of the newest patch. No call gets here before the first. */
    MutableCallSite code(MethodType type) {
        MutableCallSite site = code;
        if (site == null) {
            site = new MutableCallSite(type);
            code = site;
        }
        return site;
    }

    /** The same for a function that was patched, whose type is known by that. */
    MutableCallSite patchedCode() {
        return Objects.requireNonNull(code, "patched");
    }

    /** The site of the function's stub; a second class that links it gets the site of the first. */
    MutableCallSite stub(StubSite plain, @Nullable MethodHandle newest) {
        StubSite known = stub;
        if (known != null) {
            return known.site();
        }
        plain.site().setTarget(stubTarget(plain, newest));
        stub = plain;
        return plain.site();
    }

    /**
     * The site of patched code's calls of exactly this method, which an image without guards cannot redirect itself.
     *
     * @param plain runs the method's own code
     */
    MutableCallSite direct(StubSite plain, @Nullable MethodHandle newest) {
        StubSite known = direct;
        if (known != null) {
            return known.site();
        }
        plain.site().setTarget(stubTarget(plain, newest));
        direct = plain;
        return plain.site();
    }

    /** Whether a stub runs overrides that patches have changed, or need not be told of them: their guards redirect it. */
    boolean findsOverrides() {
        return overridden || guard != null || stub == null;
    }

    /** The stub that is about to be linked has to find them. */
    void findOverrides() {
        overridden = true;
    }

    /** Collects what makes the stub find them. A call notices nothing of it yet. */
    void findOverrides(String id, @Nullable MethodHandle newest, Phase phase, List<SiteChange> changes) {
        overridden = true;
        StubSite known = stub;
        if (known != null && newest == null) {
            changes.add(change(id, known.site(), known.image(), stubTarget(known, null), phase));
        }
    }

    /** The stub's site, if one has been linked. */
    @Nullable
    MutableCallSite linkedStub() {
        StubSite site = stub;
        return site == null ? null : site.site();
    }

    /**
     * The image's own code, as far as a plain call runs it: not if a guard leads that call elsewhere.
     *
     * @param newest what the function runs
     */
    @Nullable
    MethodHandle imageCode(@Nullable MethodHandle newest) {
        StubSite site = stub;
        boolean redirected = newest != null && guard != null;
        return site == null || redirected ? null : site.image();
    }

    /** Collects what a commit does to the sites. A call notices nothing of it yet. */
    void stage(
            String id,
            @Nullable MethodHandle before,
            @Nullable MethodHandle after,
            Phase phase,
            List<SiteChange> changes) {
        if (before == after) {
            return;
        }
        stageGuard(id, before, after, phase, changes);
        stageCode(id, after, phase, changes);
        for (StubSite known : new StubSite[] {stub, direct}) {
            if (known != null) {
                MethodHandle target = stubTarget(known, after);
                changes.add(change(id, known.site(), stubTarget(known, before), target, phase));
            }
        }
    }

    /** It opens with the first patch, and closes when a rollback brings back the image's own code. */
    private void stageGuard(
            String id,
            @Nullable MethodHandle before,
            @Nullable MethodHandle after,
            Phase phase,
            List<SiteChange> changes) {
        MutableCallSite site = guard;
        if (site == null || (before == null) == (after == null)) {
            return;
        }
        MethodHandle test = phase.test(id);
        MethodHandle no = constant(false);
        MethodHandle during = after != null ? test : MethodHandles.guardWithTest(test, no, constant(true));
        changes.add(new SiteChange(site, during, constant(after != null)));
    }

    /**
     * A guard that closes leaves the code behind it as it is: a thread that had passed the guard, and so had begun its call
     * before the commit, still gets there.
     */
    private void stageCode(String id, @Nullable MethodHandle after, Phase phase, List<SiteChange> changes) {
        if (after != null) {
            changes.add(change(id, code(after.type()), coded == null ? after : coded, after, phase));
        }
    }

    /** The commit that was staged is made. Neither waits nor allocates. */
    void publish(@Nullable MethodHandle newest) {
        if (newest != null) {
            coded = newest;
        }
    }

    /** In a prepared image the method's own guard redirects a plain call, also for receivers of subclasses. */
    private MethodHandle stubTarget(StubSite site, @Nullable MethodHandle newest) {
        if (guard != null) {
            return site.image();
        } else if (newest == null) {
            return overridden ? site.patched(site.image()) : site.image();
        }
        return site.patched(newest);
    }

    private static SiteChange change(
            String id, MutableCallSite site, MethodHandle before, MethodHandle after, Phase phase) {
        return new SiteChange(site, before == after ? after : phase.between(id, before, after), after);
    }

    private static MethodHandle constant(boolean value) {
        return MethodHandles.constant(boolean.class, value);
    }
}
