package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Set;

/**
 * Members that join a family or replace those of the same receivers.
 *
 * @param family the family
 * @param members what runs for which class of receivers, by the family's type
 * @param leaving classes that no longer have a member of their own: what they inherit runs for them
 */
public record FamilyUpdate(Family family, Map<Class<?>, MethodHandle> members, Set<Class<?>> leaving) {}
