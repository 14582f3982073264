package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.thinlink.diff.Forms;
import org.jspecify.annotations.Nullable;

/** Makes the addresses of patched code: equal if and only if the function and what the address stands for are equal. */
final class Pointers {

    private Pointers() {}

    /**
     * The address of a function's own code, the lambdas it creates included.
     *
     * @param id the function's address in the image
     * @param began what the function was when it came into the program; its address then is {@code id}. Null if that was
     *     with a patch of its own
     */
    static String whole(String id, Forms now, @Nullable Forms began) {
        return began != null && now.isSame(began) ? id : of(id, "whole", now.whole() + now.meaning());
    }

    /** The address of what frames of the function run: a lambda counts as itself, whatever its newest body is. */
    static String content(String id, Forms now, @Nullable Forms began) {
        return began != null && now.isSameContent(began) ? id : of(id, "own", now.own());
    }

    /** The address of a function whose reach differs from the image's by {@code difference}, which is empty if it does not. */
    static String reach(String id, String difference) {
        return difference.isEmpty() ? id : of(id, "reach", difference);
    }

    private static String of(String id, String kind, String text) {
        return Addresses.format(Addresses.function(id, kind, "", text));
    }
}
