package dev.subsecond.runtime.table;

/**
 * What a commit did.
 *
 * @param generation the state it produced
 * @param gateNanos for how long calls of the changed functions had to wait
 */
public record Committed(Generation generation, long gateNanos) {}
