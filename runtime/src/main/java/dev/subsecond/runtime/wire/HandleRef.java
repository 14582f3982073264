package dev.subsecond.runtime.wire;

/**
 * A member that patched code reaches through a method handle, found before the patch goes live with the rights of the
 * class whose code it is.
 *
 * @param kind what is done with the member
 * @param host the binary name of the image class whose code uses it
 * @param owner the binary name of the class that the instruction names
 * @param name the member's name
 * @param descriptor the descriptor of the method, constructor or field
 */
public record HandleRef(HandleKind kind, String host, String owner, String name, String descriptor) {}
