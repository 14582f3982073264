/** Starts the program in a JVM of its own, passes on or reads its output, and ends it. */
@NullMarked
package dev.subsecond.devserver.launch;

import org.jspecify.annotations.NullMarked;
