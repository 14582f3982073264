package dev.subsecond.devserver.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * The libraries and the JDK as javac sees them, kept open and remembered from one compilation to the next: listing their
 * packages anew is a large part of what a cold javac does. They are taken not to change while the server runs.
 */
final class LibraryFileManager extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final Map<Listing, List<JavaFileObject>> listings = new ConcurrentHashMap<>();

    LibraryFileManager(StandardJavaFileManager standard) {
        super(standard);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Listing key = new Listing(location, packageName, Set.copyOf(kinds), recurse);
        List<JavaFileObject> known = listings.get(key);
        if (known == null) {
            known = new ArrayList<>();
            super.list(location, packageName, kinds, recurse).forEach(known::add);
            known = Collections.unmodifiableList(known);
            listings.put(key, known);
        }
        return known;
    }

    private record Listing(Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}
}
