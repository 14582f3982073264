/**
 * Shared libraries as patches see them: what a file says of itself before it is loaded, the loaded library with its symbols
 * and the places of its code, and calls of native functions from Java. The only package that touches JNA; nothing of it is
 * loaded unless a native patch comes or somebody asks for a native address. Knows nothing of the jump table.
 */
@NullMarked
package dev.subsecond.runtime.nativecode;

import org.jspecify.annotations.NullMarked;
