package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;

/**
 * The numbers of the patches that were tried on one image. A number is never used again, also after a rejection. Not
 * thread-safe; the table's patching lock guards it.
 */
final class Sequence {

    private long newest;
    private long unnumbered;

    /** @throws PatchException with {@link Reason#OUT_OF_ORDER} if the number is not newer than those before */
    void claim(long number) throws PatchException {
        if (number <= newest) {
            throw new PatchException(
                    Reason.OUT_OF_ORDER, "Patch " + number + " comes after patch " + newest + " and is not newer");
        }
        newest = number;
    }

    /**
     * A number for a patch that has none. It is negative, so that the program's own patches take none of the numbers that
     * the server counts with: the server's next patch would come out of order.
     */
    long claim() {
        return --unnumbered;
    }
}
