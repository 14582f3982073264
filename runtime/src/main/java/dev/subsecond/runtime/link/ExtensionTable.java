package dev.subsecond.runtime.link;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the extensions of objects whose class has no slot for them, because the image was not prepared. Goes by identity and
 * keeps no object alive, unless a value in its extension leads back to it. Safe for use by several threads.
 *
 * <p>An access costs a hash lookup, where a slot costs a field access.
 */
public final class ExtensionTable {

    private static final ConcurrentMap<Object, Object> EXTENSIONS = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();

    private ExtensionTable() {}

    /**
     * The head of an object's list of extensions; null if it has none.
     *
     * @throws NullPointerException if {@code owner} is null, as for a field access
     */
    public static @Nullable Object head(@Nullable Object owner) {
        Object known = Objects.requireNonNull(owner);
        return EXTENSIONS.get(new Lookup(known, System.identityHashCode(known)));
    }

    /**
     * Makes {@code next} the head of an object's list if the head is {@code expected}.
     *
     * @return whether it was
     */
    public static boolean hang(Object owner, @Nullable Object expected, Object next) {
        removeGone();
        int hash = System.identityHashCode(owner);
        return expected == null
                ? EXTENSIONS.putIfAbsent(new Owner(owner, hash), next) == null
                : EXTENSIONS.replace(new Lookup(owner, hash), expected, next);
    }

    /** How many objects have extensions, those included that are about to be forgotten. */
    static int size() {
        removeGone();
        return EXTENSIONS.size();
    }

    private static void removeGone() {
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            EXTENSIONS.remove(gone);
        }
    }

    /** An object in the table. Once the object is gone it equals nothing but itself. */
    private static final class Owner extends WeakReference<Object> {
        private final int hash;

        Owner(Object owner, int hash) {
            super(owner, GONE);
            this.hash = hash;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object own = get();
            return own != null
                    && ((other instanceof Owner o && o.refersTo(own))
                            || (other instanceof Lookup l && l.owner() == own));
        }
    }

    /** An object that is looked for. */
    private record Lookup(Object owner, int hash) {
        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Owner o && o.refersTo(owner);
        }
    }
}
