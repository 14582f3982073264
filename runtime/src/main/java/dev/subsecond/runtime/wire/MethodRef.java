package dev.subsecond.runtime.wire;

/**
 * A method by name.
 *
 * @param owner the binary name of its class, with dots
 * @param name its name, {@code <init>} for a constructor
 * @param descriptor its JVM descriptor; it never includes a receiver
 */
public record MethodRef(String owner, String name, String descriptor) {}
