/**
 * From a patch to everyone who wants to know of it: applies it through the jump table's engine and then tells the
 * handlers. The public API and the dev server's client are two fronts of this.
 */
@NullMarked
package dev.subsecond.runtime.event;

import org.jspecify.annotations.NullMarked;
