package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.ClassView;
import dev.subsecond.thinlink.model.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;

/** Which methods of the program are hot, and which are told of patches, by the newest sources. */
public final class MarkedMethods {

    private final Map<String, byte[]> image;
    private final ClassView newest;
    private final Map<String, ClassFile> compiled = new HashMap<>();
    private final SortedMap<String, Marks> marks = new TreeMap<>();
    private @Nullable Set<Unit> referenced;
    private boolean isRead;

    /**
     * Marks of a program.
     *
     * @param image the image's class files by internal name; looked through when first asked for anything
     * @param newest the program's classes by the newest sources
     */
    public MarkedMethods(Map<String, byte[]> image, ClassView newest) {
        this.image = image;
        this.newest = newest;
    }

    /** A class has a newer version. */
    public void compiled(ClassFile c) {
        compiled.put(c.name(), c);
        if (isRead) {
            put(c.name(), Marks.of(c));
        }
    }

    /** The newer version of a class is gone from the sources. */
    public void forget(String name) {
        boolean had = compiled.remove(name) != null;
        byte[] bytes = image.get(name);
        if (had && isRead) {
            marks.remove(name);
            referenced = null;
            if (bytes != null) {
                put(name, Marks.of(bytes));
            }
        }
    }

    /** Whether the program has a hot function. */
    public boolean anyHot() {
        return marks().values().stream().anyMatch(m -> !m.hot().isEmpty() || m.hasClosures());
    }

    /** Whether a method has a handle: by {@code @Hot}, or because a reference to it is a hot closure. */
    public boolean isHot(String owner, Key method) {
        Marks own = marks().get(owner);
        boolean isAnnotated = own != null && own.hot().contains(method);
        return isAnnotated || referenced().contains(Unit.method(owner, method));
    }

    /** The methods with {@code @Hot}, by class. */
    public List<Unit> hotMethods() {
        List<Unit> found = new ArrayList<>();
        marks().forEach((name, m) -> m.hot().forEach(key -> found.add(Unit.method(name, key))));
        return found;
    }

    /** The methods with {@code @OnPatch} by class, classes by name, methods in the order of the source. */
    public SortedMap<String, Set<Key>> onPatch() {
        SortedMap<String, Set<Key>> found = new TreeMap<>();
        marks().forEach((name, m) -> {
            if (!m.onPatch().isEmpty()) {
                found.put(name, m.onPatch());
            }
        });
        return found;
    }

    /** Whether the processor wrote the class. */
    public static boolean isStub(ClassFile c) {
        return Marks.isStub(c);
    }

    /** The same for a class of the program. */
    boolean isStub(String owner) {
        Marks own = marks().get(owner);
        return own != null && own.isStub();
    }

    private Set<Unit> referenced() {
        Set<Unit> known = referenced;
        if (known == null) {
            known = new HashSet<>();
            for (Marks m : marks().values()) {
                for (Handle h : m.references()) {
                    known.add(target(h));
                }
            }
            referenced = known;
        }
        return known;
    }

    private Unit target(Handle h) {
        return Members.method(newest, h.getOwner(), h.getName(), h.getDesc())
                .map(m -> Unit.method(m.owner().name(), Key.of(m.method())))
                .orElseGet(() -> Unit.method(h.getOwner(), new Key(h.getName(), h.getDesc())));
    }

    private SortedMap<String, Marks> marks() {
        if (!isRead) {
            isRead = true;
            image.forEach((name, bytes) -> put(name, Marks.of(bytes)));
            compiled.forEach((name, c) -> put(name, Marks.of(c)));
        }
        return marks;
    }

    private void put(String name, Marks m) {
        Marks before = m.isNone() ? marks.remove(name) : marks.put(name, m);
        boolean had = before != null && !before.references().isEmpty();
        if (had || !m.references().isEmpty()) {
            referenced = null;
        }
    }
}
