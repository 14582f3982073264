/**
 * All that the processor says to its user: every diagnostic with its stable token, findings as values, and the one place
 * that prints them.
 */
@NullMarked
package dev.subsecond.processor.report;

import org.jspecify.annotations.NullMarked;
