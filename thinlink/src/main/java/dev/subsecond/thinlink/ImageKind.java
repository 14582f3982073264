package dev.subsecond.thinlink;

/** How the classes of an image were brought into the program, which decides where new code can be entered. */
public enum ImageKind {
    /** By {@code serve}: every method begins with a guard, every object has a slot. */
    PREPARED,
    /** As compiled: new code is entered through the stubs of hot methods and through closures only. */
    UNPREPARED
}
