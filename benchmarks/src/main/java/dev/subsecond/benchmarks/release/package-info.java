/** Compiled as for a release: stubs that do not need the runtime. */
@NullMarked
package dev.subsecond.benchmarks.release;

import org.jspecify.annotations.NullMarked;
