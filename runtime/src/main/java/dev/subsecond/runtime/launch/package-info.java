/**
 * Starts a program under the dev server: its {@code main} at once, the connection beside it. For a program started
 * otherwise nothing of this is loaded.
 */
@NullMarked
package dev.subsecond.runtime.launch;

import org.jspecify.annotations.NullMarked;
