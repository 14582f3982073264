/**
 * Prepares a program's own classes before they are loaded, so that they can be patched later: a guard at the start of
 * every method, a slot for fields added later, and sealed types opened. The three rules do not know of each other.
 * Nothing here knows what a patch is; what the guards call lives in the runtime.
 */
@NullMarked
package dev.subsecond.thinlink.prepare;

import org.jspecify.annotations.NullMarked;
