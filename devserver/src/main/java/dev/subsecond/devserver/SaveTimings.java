package dev.subsecond.devserver;

/**
 * Where the time of one save went, in milliseconds. {@code total} is measured, not added up: from the save to the moment
 * the server read the program's acknowledgement.
 *
 * @param watch from the save to the start of the work
 * @param compile compiling the changed sources and what depends on them
 * @param diff comparing with what runs
 * @param reach finding out what each change needs
 * @param link writing the patch
 * @param send both ways between server and program
 * @param verify defining, verifying and linking in the program
 * @param commit making it current in the program
 * @param total from the save to the acknowledgement
 */
public record SaveTimings(
        double watch,
        double compile,
        double diff,
        double reach,
        double link,
        double send,
        double verify,
        double commit,
        double total) {}
