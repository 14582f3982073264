/** The commands: each turns its options into calls of the dev server, and the outcome into an exit code. */
@NullMarked
package dev.subsecond.cli.command;

import org.jspecify.annotations.NullMarked;
