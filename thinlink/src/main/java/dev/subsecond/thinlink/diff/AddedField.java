package dev.subsecond.thinlink.diff;

/**
 * A field that a patch added to a running class.
 *
 * @param holder internal name of the class that holds its value
 * @param initialiser normal form of the static initialiser's part that computes its first value; empty if there is none
 */
public record AddedField(String holder, String initialiser) {}
