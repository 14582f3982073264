package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;

/** Turns a patch file into something that can be committed; one implementation for each kind of file. */
interface PatchLoader {

    /**
     * Checks a patch and loads its code, while the program runs on. The caller holds the table's patching lock.
     *
     * @return the patch, of which only the commit is left
     * @throws PatchException if anything is wrong with it; behaviour is as before, but the classes that the exception
     *     names were defined and their names cannot be used again
     */
    LoadedPatch load(JumpTable table) throws PatchException;
}
