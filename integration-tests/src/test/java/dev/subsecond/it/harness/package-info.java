/**
 * What the tests are written with: JDKs, the command line as a child process, its events as something to wait for, and
 * sources that are saved as editors save them.
 *
 * <p>Nothing here polls or sleeps to wait: events wake who waits for them, and every wait has an end.
 */
@NullMarked
package dev.subsecond.it.harness;

import org.jspecify.annotations.NullMarked;
