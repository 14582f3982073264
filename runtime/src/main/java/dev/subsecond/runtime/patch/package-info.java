/**
 * Takes a patch file apart, checks everything in it, defines its classes and finds its members, all while the old code
 * runs; then has the jump table commit it. A patch that is refused changes nothing but the class names it used up.
 */
@NullMarked
package dev.subsecond.runtime.patch;

import org.jspecify.annotations.NullMarked;
