/**
 * The demo: serves a copy of the example, edits it as a user would, and reports what the program printed.
 *
 * <p>It knows the server only from outside, as a process that writes events: what it claims is what the program's own
 * output showed.
 */
@NullMarked
package dev.subsecond.cli.demo;

import org.jspecify.annotations.NullMarked;
