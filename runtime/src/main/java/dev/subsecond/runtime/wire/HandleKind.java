package dev.subsecond.runtime.wire;

/** What a {@link HandleRef} does with the member it names. */
public enum HandleKind {
    /** Calls an instance method, choosing it by the receiver; its first parameter is the receiver. */
    INVOKE_VIRTUAL,
    /** Calls a method of an interface, choosing it by the receiver; its first parameter is the receiver. */
    INVOKE_INTERFACE,
    /** Calls a static method. */
    INVOKE_STATIC,
    /** Calls exactly the named method, as {@code super.m()} does; its first parameter is of the host's type. */
    INVOKE_SPECIAL,
    /**
     * Calls an instance method of an image without guards, choosing it by the receiver, and runs the newest code of what that
     * chooses; its first parameter is the receiver.
     */
    ENTRY_VIRTUAL,
    /** Runs the newest code of exactly the named instance method; its first parameter is of the owner's type. */
    ENTRY_SPECIAL,
    /** Runs the newest code of the named static method. */
    ENTRY_STATIC,
    /** Makes an object; the descriptor is the constructor's, the handle returns the owner. */
    NEW,
    /**
     * Makes an object of a class that is given, and runs of all its constructors only this one, of a superclass: {@code
     * (Object,parameters...)Object}. An object that is given instead comes back as it is.
     */
    ALLOCATE,
    /** Reads an instance field: {@code (Owner)T}. */
    GET_FIELD,
    /** Writes an instance field, also a final one: {@code (Owner,T)void}. */
    PUT_FIELD,
    /** Reads a static field: {@code ()T}. */
    GET_STATIC,
    /** Writes a static field: {@code (T)void}. */
    PUT_STATIC,
    /** Writes an instance field if it has the expected value: {@code (Owner,T,T)boolean}. */
    COMPARE_AND_SET
}
