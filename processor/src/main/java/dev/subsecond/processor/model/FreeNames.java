package dev.subsecond.processor.model;

import java.util.Collection;
import java.util.Set;

/** Names for what a stub adds to the user's own names. */
public final class FreeNames {

    private FreeNames() {}

    /** The wanted name, or the next best one that is not taken. */
    public static String free(String wanted, Collection<String> taken) {
        String name = wanted;
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    /**
     * A parameter's name in the stub: the user's, unless it would hide one of the classes that the stub's body names. In an
     * expression a variable wins over a class of the same name.
     */
    static String parameter(String name, String outermostOwner) {
        return free(
                name,
                Set.of(
                        KnownNames.HOLDER,
                        KnownNames.SUBSECOND.simpleName(),
                        KnownNames.STUB_LINKER.simpleName(),
                        outermostOwner));
    }
}
