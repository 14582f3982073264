package dev.subsecond.devserver.compile;

import java.util.Set;

/**
 * What javac knows about a source and its class files do not say.
 *
 * @param constantOwners binary names of the classes whose constants were inlined into this source's classes
 * @param identifiers every identifier in the source: the names a new or removed class may give another meaning to
 */
record SourceFacts(Set<String> constantOwners, Set<String> identifiers) {

    SourceFacts {
        constantOwners = Set.copyOf(constantOwners);
        identifiers = Set.copyOf(identifiers);
    }
}
