package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.table.StagedPatch;
import dev.subsecond.runtime.wire.FunctionPatch;
import java.util.List;

/**
 * A patch that is ready to be committed.
 *
 * @param functions its functions as the patch file lists them
 * @param staged what the jump table makes of it
 * @param onPatch the program's methods that are to be told of it
 */
record LoadedPatch(List<FunctionPatch> functions, StagedPatch staged, List<OnPatchCall> onPatch) {}
