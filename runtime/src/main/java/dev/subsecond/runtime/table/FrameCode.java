package dev.subsecond.runtime.table;

/** What a stack frame runs, seen from the jump table. */
public enum FrameCode {
    /** No patch has concerned the method. */
    UNKNOWN,
    /** The newest code of a function, or code with the same content. */
    CURRENT,
    /** Code that its function no longer runs. */
    STALE
}
