/** What an edit costs in a small and in a large program. */
@NullMarked
package dev.subsecond.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
