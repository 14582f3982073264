package dev.subsecond.runtime.client;

/** How a connection came to its end, or why there never was one. */
public enum Ending {
    /** Nothing answers at the server's address. */
    UNREACHABLE,
    /** The server does not want this program: wrong token, other build, other protocol. */
    REFUSED,
    /** The server is gone, or has said goodbye. */
    LOST,
    /** The server asks the program to end. */
    SHUTDOWN
}
