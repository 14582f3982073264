package dev.subsecond.devserver.serve;

/**
 * The program that may connect.
 *
 * @param buildId what it was started from
 * @param pid the number of its process
 */
record Expected(String buildId, long pid) {}
