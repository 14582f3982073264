/**
 * The edit table as a suite: cases are read from folders, and each is driven through the real compiler, the real preparer,
 * the real linker and the real runtime. {@code cases/README.md} says what a case looks like.
 */
@NullMarked
package dev.subsecond.edits;

import org.jspecify.annotations.NullMarked;
