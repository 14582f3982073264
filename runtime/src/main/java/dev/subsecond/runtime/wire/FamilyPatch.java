package dev.subsecond.runtime.wire;

import java.util.List;

/**
 * An added virtual method, which dispatches on its receiver's class.
 *
 * @param id the address of the family
 * @param root the binary name of the class or interface that introduces the method
 * @param name the method's name
 * @param descriptor the method's descriptor, without its receiver
 * @param members what runs for which receivers; an unmodifiable copy
 */
public record FamilyPatch(String id, String root, String name, String descriptor, List<FamilyMember> members) {

    /** Copies the list. */
    public FamilyPatch {
        members = List.copyOf(members);
    }
}
