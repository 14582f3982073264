/**
 * The entry of the {@code subsecond} command and the facade behind it.
 *
 * <p>{@link dev.subsecond.cli.Main} only connects the process with {@link dev.subsecond.cli.Cli}, which parses and runs
 * commands with whatever streams it is given. Commands, options, output and the demo live in packages of their own.
 */
@NullMarked
package dev.subsecond.cli;

import org.jspecify.annotations.NullMarked;
