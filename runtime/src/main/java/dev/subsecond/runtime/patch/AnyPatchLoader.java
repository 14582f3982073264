package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;

/**
 * Loads patch files of every kind, each with the loader for it.
 *
 * @param jars loads patch jars
 * @param libraries loads shared libraries
 */
record AnyPatchLoader(PatchLoader jars, PatchLoader libraries) implements PatchLoader {

    @Override
    public LoadedPatch load(JumpTable table) throws PatchException {
        PatchLoader loader = switch (PatchFileKind.of(table.lib())) {
            case JAR -> jars;
            case LIBRARY -> libraries;
        };
        return loader.load(table);
    }
}
