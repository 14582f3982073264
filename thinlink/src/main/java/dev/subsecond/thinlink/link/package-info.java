/**
 * Fits new code to running classes: bodies move into patch classes as static methods, and each reference in them is linked
 * to what the running program really has: a member as compiled, a handle, an entry of the jump table, or the holder of an
 * added field.
 */
@NullMarked
package dev.subsecond.thinlink.link;

import org.jspecify.annotations.NullMarked;
