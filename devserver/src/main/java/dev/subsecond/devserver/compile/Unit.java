package dev.subsecond.devserver.compile;

import java.util.Set;

/**
 * A source that compiled, and what became of it.
 *
 * @param id its name
 * @param text its text when it compiled
 * @param facts what javac knew of it
 * @param shape its {@link AnnotatedShape}; empty if no processor cares
 * @param classes binary names of its classes
 * @param origin the source that made a processor write this one; itself if it is a file
 */
record Unit(SourceId id, String text, SourceFacts facts, String shape, Set<String> classes, SourceId origin) {

    Unit {
        classes = Set.copyOf(classes);
    }
}
