/**
 * From sources to class files in memory: one warm javac, and the knowledge of what has to be compiled again.
 *
 * <p>{@link dev.subsecond.devserver.compile.IncrementalCompiler} turns a {@code Program} and an {@code Edit} into the
 * next {@code Program}; neither is ever changed. {@code Javac} runs the compiler once, {@code ClassFacts} and
 * {@code SourceFacts} say what others may depend on, {@code Dependents} draws the conclusion.
 */
@NullMarked
package dev.subsecond.devserver.compile;

import org.jspecify.annotations.NullMarked;
