/**
 * The API a program sees: hot functions and their pointers, the jump table, patches and those who want to hear of them.
 * Nothing here reads a file or a socket, and loading these classes starts nothing. Not null unless marked otherwise.
 */
@NullMarked
package dev.subsecond.runtime;

import org.jspecify.annotations.NullMarked;
