/**
 * Well-known libraries, whose releases are edits that nobody here wrote: a program that uses the older release runs, and the
 * sources of the newer one are saved. {@code libraries/README.md} says what is looked at.
 */
@NullMarked
package dev.subsecond.edits.libraries;

import org.jspecify.annotations.NullMarked;
