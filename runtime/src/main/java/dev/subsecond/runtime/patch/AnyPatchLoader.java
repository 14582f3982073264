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

    /** Whatever is wrong, the message says the way out. */
    @Override
    public LoadedPatch load(JumpTable table) throws PatchException {
        try {
            return loader(table).load(table);
        } catch (PatchException e) {
            String message = WayOut.in(e.reason(), String.valueOf(e.getMessage()));
            throw new PatchException(e.reason(), message, e.member().orElse(null), e.definedClasses(), e.getCause());
        }
    }

    private PatchLoader loader(JumpTable table) throws PatchException {
        return switch (PatchFileKind.of(table.lib())) {
            case JAR -> jars;
            case LIBRARY -> libraries;
        };
    }
}
