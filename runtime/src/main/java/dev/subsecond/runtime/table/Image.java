package dev.subsecond.runtime.table;

import dev.subsecond.runtime.wire.Addresses;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The program's classes in one class loader: their functions, what patches added to them, and the rights that their
 * guards and stubs handed over. The same class in another loader is another class with other functions.
 */
public final class Image {

    private final ClassLoader loader;
    private final String buildId;

    /** Full rights in one class of each package that has linked anything. */
    private final Map<String, Lookup> lookups = new ConcurrentHashMap<>();

    /** The original rights of classes that have run patched code. */
    private final Map<Class<?>, Lookup> originals = new ConcurrentHashMap<>();

    private final Map<FunctionKey, Function> declared = new HashMap<>();
    private final Map<String, Function> byId = new ConcurrentHashMap<>();
    private final Map<String, Family> families = new ConcurrentHashMap<>();
    private final Map<Long, List<MethodHandle>> handles = new ConcurrentHashMap<>();

    /** Whether one of the classes keeps this object. */
    private volatile boolean owned;

    private final FrameCodes frames = new FrameCodes();

    /** Every function that was ever patched. Under the table's lock. */
    private final Set<Function> patched = new LinkedHashSet<>();

    Image(ClassLoader loader, String buildId) {
        this.loader = loader;
        this.buildId = buildId;
    }

    /** The loader of all its classes. */
    public ClassLoader loader() {
        return loader;
    }

    /** Which build its classes are of; patch files and addresses belong to a build. */
    public String buildId() {
        return buildId;
    }

    /**
     * A lookup with private access to {@code host}. Initialises nothing.
     *
     * @throws IllegalAccessException if {@code host} is in a named module that has not linked anything yet
     */
    public Lookup lookupIn(Class<?> host) throws IllegalAccessException {
        Lookup own = lookups.get(host.getPackageName());
        if (own == null) {
            own = lookups.values().stream()
                    .filter(lookup -> lookup.lookupClass().getModule() == host.getModule())
                    .findAny()
                    .orElseGet(MethodHandles::lookup);
        }
        return own.lookupClass() == host ? own : MethodHandles.privateLookupIn(host, own);
    }

    /**
     * The rights of {@code host}: its own original ones if its entries have handed them over, else as {@link #lookupIn}.
     *
     * @throws IllegalAccessException as {@link #lookupIn}
     */
    public Lookup rightsOf(Class<?> host) throws IllegalAccessException {
        Lookup original = originals.get(host);
        return original == null ? lookupIn(host) : original;
    }

    /** A function that a patch changed or added before, by its image address; null if there is none. */
    public @Nullable Function patched(String id) {
        return byId.get(id);
    }

    /** A family that a patch added before; null if there is none. */
    public @Nullable Family family(String id) {
        return families.get(id);
    }

    /** What the code of a committed patch reaches through handles; null if no such patch was committed. */
    public @Nullable List<MethodHandle> handles(long sequence) {
        return handles.get(sequence);
    }

    /** A function to be added. Unknown to the image until a commit. */
    public Function newFunction(FunctionKey key, long address) {
        return new Function(key, address);
    }

    boolean isOwned() {
        return owned;
    }

    void setOwned() {
        owned = true;
    }

    void remember(Lookup caller) {
        if (caller.hasFullPrivilegeAccess()) {
            lookups.putIfAbsent(caller.lookupClass().getPackageName(), caller);
        }
    }

    void rememberOriginal(Lookup caller) {
        originals.putIfAbsent(caller.lookupClass(), caller);
    }

    /** A method of one of the classes. Under the table's lock. */
    Function declared(FunctionKey key) {
        return declared.computeIfAbsent(key, k -> new Function(k, buildId));
    }

    /** The methods that guards and stubs have linked so far; a snapshot. Under the table's lock. */
    List<Function> linked() {
        return List.copyOf(declared.values());
    }

    /** The stub of a function that patches have added; null if there is none. Under the table's lock. */
    @Nullable
    LinkedStub addedStub(FunctionKey key, boolean isStatic) {
        return patched.stream()
                .filter(function -> function.isAdded(key, isStatic))
                .findAny()
                .map(function -> function.linkAdded(isStatic ? Optional.empty() : family(key)))
                .orElse(null);
    }

    private Optional<Family> family(FunctionKey key) {
        return families().stream().filter(family -> family.has(key)).findAny();
    }

    /** The stubs that have been linked. Under the table's lock. */
    List<LinkedStub> stubs() {
        return Stream.concat(declared.values().stream(), patched.stream())
                .distinct()
                .map(Function::linkedStub)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Makes known what code of {@code patch} links to. Under the table's lock, before any of that code can run. */
    void add(StagedPatch patch) {
        for (FunctionUpdate update : patch.functions()) {
            byId.put(Addresses.format(update.function().address()), update.function());
            patched.add(update.function());
            frames.add(update);
        }
        patch.families().forEach((id, update) -> families.put(id, update.family()));
        handles.put(patch.sequence(), patch.handles());
    }

    /** Every function that was ever patched. Under the table's lock. */
    Collection<Function> patched() {
        return patched;
    }

    /** The virtual methods that patches added. Under the table's lock. */
    Collection<Family> families() {
        return families.values();
    }

    /** What its methods hold. */
    FrameCodes frames() {
        return frames;
    }
}
