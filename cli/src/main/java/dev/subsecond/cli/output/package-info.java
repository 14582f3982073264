/**
 * Everything the user sees: lines for people, events for programs, colours, exit codes.
 *
 * <p>The only package that knows {@code System.out} and {@code System.err}; all others are handed a
 * {@link dev.subsecond.cli.output.Console}.
 */
@NullMarked
package dev.subsecond.cli.output;

import org.jspecify.annotations.NullMarked;
