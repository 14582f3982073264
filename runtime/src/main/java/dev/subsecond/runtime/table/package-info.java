/**
 * The jump table: which code each function of the program runs now, the call sites that are its compiled form, and the
 * atomic commit that changes them. Knows nothing of patch files, class definition or the dev server.
 *
 * <p>Two locks, always taken in this order: {@link dev.subsecond.runtime.table.HotTable#patching()}, held by whoever
 * applies a patch from its first check to its last call site; and the table's own lock, held for moments by whoever links
 * a call site and, by a commit, while it installs. No class is loaded and no code of the program runs under the second,
 * so a thread that links may hold any other lock, that of a class being initialised included.
 */
@NullMarked
package dev.subsecond.runtime.table;

import org.jspecify.annotations.NullMarked;
