package dev.subsecond.runtime.link;

import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.runtime.ObjectMethods;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bootstraps for what patched code does in the name of the class whose code it is: the JDK's methods that ask who calls them
 * get the rights of that class.
 */
public final class CallerLinker {

    private CallerLinker() {}

    /**
     * {@code MethodHandles.lookup()} of another class: the very one that the class handed over when one of its methods ran
     * patched code for the first time. Until then one with all its rights but {@link Lookup#ORIGINAL}.
     *
     * @param caller a class of a patch
     * @param name any
     * @param type {@code ()Lookup}
     * @param host the binary name of the other class
     * @throws ReflectiveOperationException if patches may not reach the package of {@code host}
     */
    public static CallSite lookup(Lookup caller, String name, MethodType type, String host)
            throws ReflectiveOperationException {
        return new ConstantCallSite(MethodHandles.constant(Lookup.class, rightsOf(host, caller)));
    }

    /**
     * A method of the JDK that asks for its caller.
     *
     * @param caller a class of a patch
     * @param name the method's name
     * @param type the call's type, receiver first
     * @param host the binary name of the class that is to be the caller
     * @param nestmate a class file, each byte a character, of a class that makes the call in a method of that name and type
     * @throws ReflectiveOperationException if patches may not reach the package of {@code host}
     */
    public static CallSite call(Lookup caller, String name, MethodType type, String host, String nestmate)
            throws ReflectiveOperationException {
        byte[] bytes = nestmate.getBytes(StandardCharsets.ISO_8859_1);
        Lookup inside = rightsOf(host, caller).defineHiddenClass(bytes, false, ClassOption.NESTMATE);
        return new ConstantCallSite(inside.findStatic(inside.lookupClass(), name, type));
    }

    /**
     * A method that the compiler gives a record.
     *
     * @param caller a class of a patch
     * @param name {@code toString}, {@code hashCode} or {@code equals}
     * @param type its type, receiver first
     * @param record the binary name of the record
     * @param components the names of its components, with {@code ;} between them
     * @throws Throwable if the record does not have them
     */
    public static CallSite recordMethod(Lookup caller, String name, MethodType type, String record, String components)
            throws Throwable {
        Lookup lookup = rightsOf(record, caller);
        Class<?> owner = lookup.lookupClass();
        List<MethodHandle> getters = new ArrayList<>();
        for (RecordComponent component : owner.getRecordComponents()) {
            getters.add(lookup.findGetter(owner, component.getName(), component.getType()));
        }
        return (CallSite)
                ObjectMethods.bootstrap(lookup, name, type, owner, components, getters.toArray(MethodHandle[]::new));
    }

    private static Lookup rightsOf(String host, Lookup caller) throws ReflectiveOperationException {
        ClassLoader loader = caller.lookupClass().getClassLoader();
        Image image = HotTable.shared().image(loader);
        return image.rightsOf(Class.forName(host, false, loader));
    }
}
