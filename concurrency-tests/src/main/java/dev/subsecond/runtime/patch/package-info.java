/**
 * What {@code applyPatch} promises to other threads: jcstress tests of the real way, and broken ways that they catch. In the
 * package of what they test, whose seams are not public.
 */
@NullMarked
package dev.subsecond.runtime.patch;

import org.jspecify.annotations.NullMarked;
