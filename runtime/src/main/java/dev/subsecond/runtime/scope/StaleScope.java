package dev.subsecond.runtime.scope;

/**
 * A scope with stale code.
 *
 * @param level of the innermost scope that encloses it
 * @param function the outermost function of the stale ones, as a reader would write it
 */
record StaleScope(int level, String function) {}
