package dev.subsecond.runtime.wire;

import org.jspecify.annotations.Nullable;

/**
 * What runs for one class of receivers of an added virtual method. A member with neither a function nor a declaration
 * takes the class's own code away again: what it inherits runs for it.
 *
 * @param receiver the binary name of the class; it stands for its subclasses too, unless they have a member themselves
 * @param function the id of the added function that is the code for them; null if the class declares the method
 * @param declared whether the class itself, being new, declares the method, so that it is called virtually
 */
public record FamilyMember(
        String receiver, @MayBeNull @Nullable String function, boolean declared) {}
