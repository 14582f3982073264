/**
 * What a hot function reaches: its own code and all methods of the program that it leads to, cut at other hot functions. Its
 * pointer changes if and only if that changes.
 *
 * <p>Content is never put together from everything reached. It is told by how it differs from the image: by the reached
 * methods that patches changed, added or removed, with their new code. The image being given, that says as much: who starts
 * from the function and reads the differences as he comes to them knows all that is reached. So a link walks from the methods
 * that differ up to the hot functions that lead to them; recursion needs no care, what was not edited costs nothing, no
 * difference means the image's own pointer, and the order of edits leaves no trace.
 *
 * <p>What counts as leading to a method: calls, and references to it; those in lambdas count for the method that creates the
 * lambda, unless the lambda is a hot function itself. A virtual call leads to every method that some class of the program
 * below the named one would run for it. Constructors lead to what field initialisers call. Static initialisers do
 * not count, since a patch does not run them again; nor do generated stubs, which only lead to hot functions; nor does code of
 * libraries, which a patch cannot change.
 */
@NullMarked
package dev.subsecond.thinlink.reach;

import org.jspecify.annotations.NullMarked;
