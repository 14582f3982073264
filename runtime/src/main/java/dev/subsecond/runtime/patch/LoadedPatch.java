package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.table.StagedPatch;
import dev.subsecond.runtime.wire.FunctionPatch;
import java.util.List;

/**
 * A patch that is ready to be committed.
 *
 * @param functions its functions as the patch file lists them
 * @param staged what the jump table makes of it
 */
record LoadedPatch(List<FunctionPatch> functions, StagedPatch staged) {}
