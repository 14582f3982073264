/**
 * That a commit is atomic: jcstress tests of the real one, and broken ones that they catch. In the package of what they test,
 * whose seams are not public.
 */
@NullMarked
package dev.subsecond.runtime.table;

import org.jspecify.annotations.NullMarked;
