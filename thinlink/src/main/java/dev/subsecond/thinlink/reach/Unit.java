package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Entry;
import dev.subsecond.thinlink.diff.Key;

/**
 * A piece of the program that calls and is called as a whole: a method with the lambdas in it, or a hot closure.
 *
 * @param owner internal name of the class that has it
 * @param key the method, or the closure's first entry
 * @param isClosure whether it is a lambda
 */
public record Unit(String owner, Key key, boolean isClosure) {

    public static Unit method(String owner, Key key) {
        return new Unit(owner, key, false);
    }

    public static Unit closure(Entry first) {
        return new Unit(first.owner(), new Key(first.name(), first.descriptor()), true);
    }
}
