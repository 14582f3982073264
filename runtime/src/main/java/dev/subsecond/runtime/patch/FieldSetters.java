package dev.subsecond.runtime.patch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Setters of instance fields, final ones included: the new body of a constructor assigns the same final fields as the
 * old one, but is no constructor for the JVM. All that is done for final fields is done here.
 *
 * <p>The JIT does not take final instance fields of ordinary classes for constants, so an assignment is seen. Records and
 * hidden classes are trusted by it, and the JDK gives no setter for them.
 */
final class FieldSetters {

    private FieldSetters() {}

    /**
     * A handle {@code (owner, type)void}.
     *
     * @param owner the class that the instruction names; the field may be inherited
     */
    static MethodHandle find(Lookup lookup, Class<?> owner, String name, Class<?> type)
            throws NoSuchFieldException, IllegalAccessException {
        MethodHandle getter = lookup.findGetter(owner, name, type);
        Field field = lookup.revealDirect(getter).reflectAs(Field.class, lookup);
        if (!Modifier.isFinal(field.getModifiers())) {
            return lookup.findSetter(owner, name, type);
        }
        if (!field.trySetAccessible()) {
            throw new IllegalAccessException(field + " is final and its module does not open its package");
        }
        return lookup.unreflectSetter(field);
    }
}
