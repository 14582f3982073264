package dev.subsecond.runtime.wire;

/**
 * A class that a patch brings along.
 *
 * @param name its binary name, with dots
 * @param host an image class of the same package, through which it is defined
 * @param length how many bytes its class file has
 * @param sha256 the digest of its class file in hexadecimal digits
 */
public record PatchClass(String name, String host, long length, String sha256) {}
