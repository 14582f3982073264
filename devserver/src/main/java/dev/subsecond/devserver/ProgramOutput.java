package dev.subsecond.devserver;

/** Where the program's standard streams go. */
public enum ProgramOutput {
    /** The program has the standard input, output and error of the server: every byte passes untouched. */
    INHERIT,
    /** Output and error are published as {@link ServeEvent.Output}, line by line; standard input is empty. */
    EVENTS
}
