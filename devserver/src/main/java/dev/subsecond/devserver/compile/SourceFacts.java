package dev.subsecond.devserver.compile;

import java.util.Set;

/**
 * What javac knows about a source and its class files do not say.
 *
 * @param constantOwners binary names of the classes whose constants were inlined into this source's classes
 * @param identifiers every identifier in the source: the names a new or removed class may give another meaning to
 * @param types binary names of the classes in the types of its expressions and imports, those of the JDK left out
 */
record SourceFacts(Set<String> constantOwners, Set<String> identifiers, Set<String> types) {

    /** Those of a source that was not looked at. */
    static final SourceFacts NONE = new SourceFacts(Set.of(), Set.of(), Set.of());

    SourceFacts {
        constantOwners = Set.copyOf(constantOwners);
        identifiers = Set.copyOf(identifiers);
        types = Set.copyOf(types);
    }
}
