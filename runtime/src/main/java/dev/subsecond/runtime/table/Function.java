package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One function's line in the jump table and the call sites that follow it.
 *
 * <p>The sites are made when something links to them and belong to the table's lock, like every change of the line. What
 * the public methods read is published by a volatile write while the commit's gate is closed, so that a call of the new
 * code never sees the old pointer.
 */
public final class Function {

    private final FunctionKey key;
    private final String buildId;
    private final boolean added;

    /** Code by its address: all versions that patches brought; null before the first. Grows only. */
    private volatile @Nullable Map<Long, MethodHandle> bodies;

    private volatile @Nullable Version current;

    /** 0 until computed; an address of managed code has its top bit set. */
    private volatile long imagePointer;

    // Written under the table's lock; the volatile ones are also read without.
    private volatile @Nullable MutableCallSite guard;
    private volatile @Nullable StubSite stub;
    private @Nullable MutableCallSite code;

    Function(FunctionKey key, String buildId, boolean added) {
        this.key = key;
        this.buildId = buildId;
        this.added = added;
    }

    /** Which function this is. */
    public FunctionKey key() {
        return key;
    }

    /** The address of its newest code. */
    public long pointer() {
        Version version = current;
        return version == null ? imagePointer() : version.pointer();
    }

    /** How often its pointer has changed. */
    public int version() {
        Version version = current;
        return version == null ? 0 : version.number();
    }

    /** Its type, receiver first, if a patch has changed or added it; otherwise null. */
    public @Nullable MethodType patchedType() {
        Version version = current;
        return version == null ? null : version.body().type();
    }

    /** Its code of the address {@code pointer}, receiver first; null if it has no code of that address. */
    public @Nullable MethodHandle body(long pointer) {
        Map<Long, MethodHandle> known = bodies;
        MethodHandle body = known == null ? null : known.get(pointer);
        return body == null && pointer == imagePointer() ? imageBody() : body;
    }

    /** The image's own code, as far as a plain call still runs it: not if a guard leads that call elsewhere. */
    private @Nullable MethodHandle imageBody() {
        StubSite site = stub;
        boolean redirected = current != null && guard != null;
        return site == null || redirected ? null : site.image();
    }

    /** Computed when first asked for: most functions of a program never are. Racing threads compute the same. */
    long imagePointer() {
        if (imagePointer == 0) {
            imagePointer = key.address(buildId);
        }
        return imagePointer;
    }

    /** The site of the function's guard: constantly false in the image, constantly true once it was patched. */
    MutableCallSite guardSite() {
        MutableCallSite site = guard;
        if (site == null) {
            site = new MutableCallSite(MethodHandles.constant(boolean.class, current != null));
            guard = site;
        }
        return site;
    }

    /** The site that runs the code of the newest patch. No call gets here before the first. */
    MutableCallSite codeSite(MethodType type) {
        MutableCallSite site = code;
        if (site == null) {
            Version version = current;
            site = version == null ? new MutableCallSite(type) : new MutableCallSite(version.body());
            code = site;
        }
        return site;
    }

    /** The same for a function that was patched, whose type is known by that. */
    MutableCallSite patchedSite() {
        return Objects.requireNonNull(code, "patched");
    }

    /** The site of the function's stub; a second class that links it gets the site of the first. */
    MutableCallSite stubSite(StubSite plain) {
        StubSite known = stub;
        if (known != null) {
            return known.site();
        }
        plain.site().setTarget(stubTarget(plain, current));
        stub = plain;
        return plain.site();
    }

    /**
     * Collects what {@code update} does to the sites. A call notices nothing of it yet, but the new code can already be
     * asked for by its address.
     */
    void stage(FunctionUpdate update, Phase phase, List<SiteChange> changes) {
        remember(update);
        stageCode(update, phase, changes);
        StubSite known = stub;
        if (known != null) {
            MethodHandle before = stubTarget(known, current);
            MethodHandle after = stubTarget(known, nextVersion(update));
            MethodHandle during = before == after ? after : phase.between(update.id(), before, after);
            changes.add(new SiteChange(known.site(), during, after));
        }
    }

    private void remember(FunctionUpdate update) {
        Map<Long, MethodHandle> known = bodies;
        if (known == null) {
            known = new ConcurrentHashMap<>(2);
            bodies = known;
        }
        known.putAll(update.versions());
        known.put(update.pointer(), update.body());
    }

    /** On the first patch the guard keeps calls away from the code; from then on the code's own site is switched. */
    private void stageCode(FunctionUpdate update, Phase phase, List<SiteChange> changes) {
        MutableCallSite guarded = guard;
        Version version = current;
        MethodHandle after = update.body();
        MethodHandle during;
        if (version == null && guarded != null) {
            changes.add(new SiteChange(guarded, phase.test(update.id()), MethodHandles.constant(boolean.class, true)));
            during = after;
        } else {
            during = phase.between(update.id(), version == null ? after : version.body(), after);
        }
        changes.add(new SiteChange(codeSite(after.type()), during, after));
    }

    /** In a prepared image the method's own guard redirects a plain call, also for receivers of subclasses. */
    private MethodHandle stubTarget(StubSite site, @Nullable Version version) {
        return version == null || guard != null ? site.image() : site.patched(version.body());
    }

    Version nextVersion(FunctionUpdate update) {
        boolean isNew = added && current == null;
        boolean changed = !isNew && update.pointer() != pointer();
        return new Version(update.pointer(), update.body(), changed ? version() + 1 : version());
    }

    /** What {@code update} changes, or null if the function keeps its pointer. */
    @Nullable
    Change changeTo(FunctionUpdate update) {
        long old = added && current == null ? 0 : pointer();
        if (old == update.pointer()) {
            return null;
        }
        return new Change(key.owner(), update.id(), key.displayName(), old, update.pointer());
    }

    /** Its stub, if one has been linked. */
    @Nullable
    LinkedStub linkedStub() {
        StubSite site = stub;
        return site == null ? null : new LinkedStub(this, site.site());
    }

    void publish(Version version) {
        current = version;
    }
}
