package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.util.Map;

/**
 * Members that join a family or replace those of the same receivers.
 *
 * @param family the family
 * @param members what runs for which class of receivers, by the family's type
 */
public record FamilyUpdate(Family family, Map<Class<?>, MethodHandle> members) {}
