/**
 * How handlers must behave when threads and other handlers meddle with them: jcstress tests of the real list, and broken
 * lists that they catch. In the package of what they test, whose seams are not public.
 */
@NullMarked
package dev.subsecond.runtime.event;

import org.jspecify.annotations.NullMarked;
