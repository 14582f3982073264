/**
 * Whole programs under the real command line, edited while they run: what users see, on every JDK of this machine. The
 * programs themselves are in {@code src/test/resources/programs}.
 */
@NullMarked
package dev.subsecond.it;

import org.jspecify.annotations.NullMarked;
