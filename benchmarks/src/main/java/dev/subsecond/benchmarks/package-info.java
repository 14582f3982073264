/**
 * What hot functions cost. Each class asks one question, and has the baseline of its answer in it: the method
 * {@code direct}. {@link dev.subsecond.benchmarks.Report} makes a table of the ratios.
 */
@NullMarked
package dev.subsecond.benchmarks;

import org.jspecify.annotations.NullMarked;
