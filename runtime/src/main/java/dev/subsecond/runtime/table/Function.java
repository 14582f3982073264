package dev.subsecond.runtime.table;

import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One function's line in the jump table: its versions and the call sites that follow it.
 *
 * <p>What the public methods read needs no lock; every change belongs to the table's lock.
 */
public final class Function {

    private final FunctionKey key;
    private final String buildId;
    private final boolean added;
    private final CallSites sites = new CallSites();

    /** 0 until computed; an address of managed code has its top bit set. */
    private volatile long address;

    /** Null before the first patch. */
    private volatile @Nullable Versions versions;

    /** Whether a stub has a handle of it, and not only a closure. */
    private boolean named;

    /** What the stub of an added function calls; null if none has been linked. */
    private @Nullable MutableCallSite addedStub;

    Function(FunctionKey key, String buildId) {
        this.key = key;
        this.buildId = buildId;
        this.added = false;
    }

    /** A function that the image does not have. */
    Function(FunctionKey key, long address) {
        this.key = key;
        this.buildId = "";
        this.added = true;
        this.address = address;
    }

    /** Which function this is. */
    public FunctionKey key() {
        return key;
    }

    /** Its address in the image. Computed when first asked for: most functions never are. Racing threads compute the same. */
    public long address() {
        if (address == 0) {
            address = key.address(buildId);
        }
        return address;
    }

    /** The address of its newest code and of what that reaches. */
    public long pointer() {
        return current().pointer();
    }

    /** The address of its newest code alone. */
    public long content() {
        return current().content();
    }

    /** How often its pointer has changed. */
    public int version() {
        Versions known = versions;
        return known == null ? 0 : known.current().number();
    }

    /** What it runs, receiver first; null where that is the image's own code, and for what patches may still add. */
    public @Nullable MethodHandle newestCode() {
        Versions known = versions;
        return known == null ? null : known.handle();
    }

    /** Its type, receiver first, if it runs code of a patch; otherwise null. */
    public @Nullable MethodType patchedType() {
        MethodHandle newest = newestCode();
        return newest == null ? null : newest.type();
    }

    /**
     * Its own code of the address {@code pointer}, receiver first; null if it never had that address, or if it is the
     * image's code that a guard leads away from and no patch has brought along.
     */
    public @Nullable MethodHandle body(long pointer) {
        Versions known = versions;
        Body body = known == null ? null : known.body(pointer);
        if (body != null && !body.equals(Body.IMAGE)) {
            return body.handle();
        }
        return body != null || pointer == address() ? imageBody(known) : null;
    }

    private @Nullable MethodHandle imageBody(@Nullable Versions known) {
        Body carried = known == null ? null : known.body(address());
        return carried == null || carried.equals(Body.IMAGE) ? sites.imageCode(newestCode()) : carried.handle();
    }

    /** Whether the table of the current generation has it. Under the table's lock. */
    boolean isListed() {
        Versions known = versions;
        return known != null && known.past().isPresent();
    }

    /** Whether it is a method that patches have added, and that the current generation has. Under the table's lock. */
    boolean isAdded(FunctionKey method, boolean isStatic) {
        String instead = method.name() + (isStatic ? FunctionPatch.NOW_STATIC : FunctionPatch.NOW_INSTANCE);
        boolean isNamed = key.name().equals(method.name()) || key.name().equals(instead);
        return added
                && isListed()
                && key.owner() == method.owner()
                && key.descriptor().equals(method.descriptor())
                && isNamed
                && isStatic == isStatic();
    }

    private boolean isStatic() {
        MethodType type = patchedType();
        return type != null && type.parameterCount() == key.parameterCount();
    }

    private boolean exists() {
        return !added || isListed();
    }

    Version current() {
        Versions known = versions;
        return known == null ? new Version(address(), address(), null, 0) : known.current();
    }

    /** The version after {@code update}. */
    Version next(FunctionUpdate update) {
        Body body = update.body() == null ? current().body() : update.body();
        return numbered(update.pointer(), update.content(), Body.IMAGE.equals(body) ? null : body);
    }

    /** The version in an earlier generation; null if the function did not exist then, which no code of that time notices. */
    @Nullable
    Version back(long generation) {
        Version then = in(generation);
        if (then != null) {
            return numbered(then.pointer(), then.content(), then.body());
        }
        return added ? null : numbered(address(), address(), null);
    }

    /** What makes it run again what it ran when it had the address {@code pointer}; null if it never had it. */
    @Nullable
    FunctionUpdate backTo(long pointer) {
        if (pointer == address() && !added) {
            return new FunctionUpdate(this, pointer, pointer, Body.IMAGE, Map.of());
        }
        Versions known = versions;
        Version then = known == null ? null : known.past().last(version -> version.pointer() == pointer);
        if (then == null) {
            return null;
        }
        return new FunctionUpdate(
                this, pointer, then.content(), then.body() == null ? Body.IMAGE : then.body(), Map.of());
    }

    private Version numbered(long pointer, long content, @Nullable Body body) {
        boolean changed = exists() && pointer != pointer();
        return new Version(pointer, content, body, changed ? version() + 1 : version());
    }

    /** What the table said of it in {@code generation}; null if nothing. */
    @Nullable
    Version in(long generation) {
        Versions known = versions;
        return known == null ? null : known.past().in(generation);
    }

    /** What {@code next} changes; null if the function keeps its pointer. */
    @Nullable
    Change changeTo(Version next) {
        long old = exists() ? pointer() : 0;
        return old == next.pointer()
                ? null
                : new Change(Addresses.format(address()), key.displayName(), old, next.pointer());
    }

    /** Collects what a change to {@code next} does to the sites. A call notices nothing of it yet. */
    void stage(Version next, Map<Long, Body> further, Phase phase, List<SiteChange> changes) {
        Versions known = versions;
        if (known == null) {
            known = new Versions(current());
            versions = known;
        }
        known.know(next, further);
        Body body = next.body();
        sites.stage(Addresses.format(address()), known.handle(), body == null ? null : body.handle(), phase, changes);
    }

    /** Makes it the version that runs. Only after {@link #stage}. */
    void publish(Version version) {
        Versions known = staged();
        known.publish(version);
        sites.publish(known.handle());
    }

    /** Prepares to remember what the table says of it from {@code generation} on; null for nothing. After {@link #stage}. */
    Runnable remember(long generation, @Nullable Version version) {
        return staged().past().begin(generation, version);
    }

    private Versions staged() {
        Versions known = versions;
        if (known == null) {
            throw new IllegalStateException(key + " was not staged");
        }
        return known;
    }

    CallSites sites() {
        return sites;
    }

    /** The site of its guard. */
    MutableCallSite guard() {
        return sites.guard(newestCode());
    }

    /** Whether its stub runs overrides that patches have changed, if there is a stub that needs to be told. */
    boolean findsOverrides() {
        return sites.findsOverrides();
    }

    /** Makes its stub look for such overrides. A call notices nothing of it yet. */
    void findOverrides(Phase phase, List<SiteChange> changes) {
        sites.findOverrides(Addresses.format(address()), newestCode(), phase, changes);
    }

    /** Its stub, if one with a handle has been linked. */
    @Nullable
    LinkedStub linkedStub() {
        MutableCallSite site = added ? addedStub : sites.linkedStub();
        return site == null || !named ? null : new LinkedStub(this, site);
    }

    /** The site of patched code's calls of exactly this method. */
    MutableCallSite direct(StubSite plain) {
        return sites.direct(plain, newestCode());
    }

    /** Links a stub to a method that patches have added: through its {@code family} if the receiver chooses it. */
    LinkedStub linkAdded(Optional<Family> family) {
        MutableCallSite site = family.map(Family::site).orElseGet(sites::patchedCode);
        named = true;
        addedStub = site;
        return new LinkedStub(this, site);
    }

    LinkedStub link(StubSite plain, boolean hasHandle, boolean hasPatchedOverrides) {
        named |= hasHandle;
        if (hasPatchedOverrides) {
            sites.findOverrides();
        }
        return new LinkedStub(this, sites.stub(plain, newestCode()));
    }
}
