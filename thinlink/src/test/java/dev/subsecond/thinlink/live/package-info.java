/** Edits of programs that run in this JVM. */
@NullMarked
package dev.subsecond.thinlink.live;

import org.jspecify.annotations.NullMarked;
