package dev.subsecond.runtime.link;

import org.jspecify.annotations.Nullable;

/**
 * Holds the values of instance fields that a patch added to one object.
 *
 * <p>The thin linker generates one subclass per image class and patch, with a real, typed field for each added field. An
 * object's extensions are a list that hangs on its slot {@code $$subsecond}, newest first; a list has as many elements as
 * patches that added fields to the class, hence seldom more than a few.
 */
public abstract class Extension {

    private final @Nullable Extension next;

    /**
     * Makes the new head of an object's list.
     *
     * @param next the list so far, null if empty
     */
    protected Extension(@Nullable Extension next) {
        this.next = next;
    }

    /**
     * Finds an object's extension of one type. Allocates nothing.
     *
     * @param head the value of the object's slot, null if it has no extension yet
     * @param type the exact class looked for
     * @return the extension, or null if the object has none of that type
     */
    public static @Nullable Extension find(@Nullable Object head, Class<?> type) {
        for (Extension e = (Extension) head; e != null; e = e.next) {
            if (e.getClass() == type) {
                return e;
            }
        }
        return null;
    }
}
