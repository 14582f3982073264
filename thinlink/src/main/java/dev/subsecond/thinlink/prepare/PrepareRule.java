package dev.subsecond.thinlink.prepare;

/** What preparing does to a class; each rule works without the others. */
public enum PrepareRule {
    /** Every method with a body, and every constructor after its {@code super(..)}, first asks for its newest code. */
    GUARDS,
    /** Synchronized methods take their monitor in their body, after the guard, so that a patch may do without it. */
    OWN_MONITORS,
    /** Every ordinary class and every enum gets a field that holds the fields added to it later. */
    SLOT,
    /** Sealed types lose their list of permitted subtypes, so that later code can add one. */
    UNSEALED
}
