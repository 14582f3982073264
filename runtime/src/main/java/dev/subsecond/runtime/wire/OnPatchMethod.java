package dev.subsecond.runtime.wire;

import org.jspecify.annotations.Nullable;

/**
 * A static method with {@code @OnPatch}, which takes a {@code PatchEvent} and returns nothing. It is called after the
 * commit of the patch that lists it.
 *
 * @param owner the binary name of its class, with dots
 * @param name the method's name
 * @param function the id of the added function that is the method; null if its class declares it
 */
public record OnPatchMethod(
        String owner, String name, @MayBeNull @Nullable String function) {}
