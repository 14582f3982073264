/**
 * Scopes: the activations of {@code Subsecond.call}, and how a thread leaves code that a commit has made stale.
 *
 * <p>A commit marks the stacks of the threads that are inside a scope. The next hot call of such a thread examines its own
 * stack and either finds it fresh or unwinds to the innermost scope that encloses all stale code, which runs its closure
 * again. While no stack is marked a hot call costs nothing for this.
 */
@NullMarked
package dev.subsecond.runtime.scope;

import org.jspecify.annotations.NullMarked;
