package dev.subsecond.runtime.wire;

/**
 * A further version of a hot function that can be called by its pointer.
 *
 * @param pointer its address
 * @param body a static method of a patch class, the receiver first
 */
public record VersionBody(String pointer, MethodRef body) {}
