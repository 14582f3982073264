/**
 * Faults of the linker itself: what was asked of it is kept, so that a fault leaves a file which shows it again elsewhere.
 */
@NullMarked
package dev.subsecond.devserver.fault;

import org.jspecify.annotations.NullMarked;
