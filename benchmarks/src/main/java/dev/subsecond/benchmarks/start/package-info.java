/** How long a program takes to start, with stubs that are off and without any. */
@NullMarked
package dev.subsecond.benchmarks.start;

import org.jspecify.annotations.NullMarked;
