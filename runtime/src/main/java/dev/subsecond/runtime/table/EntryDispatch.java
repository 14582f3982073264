package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Runs a virtual method of an image without guards: chooses the method by the receiver as the JVM does, and then runs its
 * newest code. A receiver's class is looked at once; what a later patch changes is found through the method's own site.
 */
final class EntryDispatch {

    private static final MethodHandle SELECT = find();

    private final HotTable table;
    private final FunctionKey method;
    private final MethodHandle plain;
    private final MethodSelection selection;
    private final ClassValue<MethodHandle> selected = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> receiver) {
            return entry(receiver);
        }
    };

    private EntryDispatch(HotTable table, FunctionKey method, MethodHandle plain) {
        this.table = table;
        this.method = method;
        this.plain = plain;
        this.selection = new MethodSelection(method);
    }

    /**
     * A handle of the type of {@code plain}.
     *
     * @param method the method that the call names, with the class that declares it
     * @param plain the JVM's own virtual call of it, receiver first; stays for receivers whose method patches cannot reach
     */
    static MethodHandle of(HotTable table, FunctionKey method, MethodHandle plain) {
        MethodType type = plain.type();
        MethodHandle select = SELECT.bindTo(new EntryDispatch(table, method, plain))
                .asType(MethodType.methodType(MethodHandle.class, type.parameterType(0)));
        return MethodHandles.foldArguments(MethodHandles.exactInvoker(type), select);
    }

    /** A null receiver is left to the plain call, which fails as it should. */
    @SuppressWarnings("unused")
    private MethodHandle select(@Nullable Object receiver) {
        return receiver == null ? plain : selected.get(receiver.getClass());
    }

    private MethodHandle entry(Class<?> receiver) {
        try {
            Class<?> declaring = selection.selected(receiver);
            if (declaring == null) {
                return plain;
            }
            Image image = table.knownImage(declaring);
            return image == null ? plain : entry(image, declaring);
        } catch (NoSuchMethodException | IllegalAccessException | LinkageError e) {
            return plain; // what cannot be looked at cannot have been patched either
        }
    }

    private MethodHandle entry(Image image, Class<?> declaring) throws NoSuchMethodException, IllegalAccessException {
        Lookup lookup = image.lookupIn(declaring);
        MethodType type = MethodType.fromMethodDescriptorString(method.descriptor(), declaring.getClassLoader());
        MethodHandle own =
                lookup.findSpecial(declaring, method.name(), type, declaring).asFixedArity();
        FunctionKey key = new FunctionKey(declaring, method.name(), method.descriptor());
        return table.entry(key, own).asType(plain.type());
    }

    private static MethodHandle find() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(
                            EntryDispatch.class, "select", MethodType.methodType(MethodHandle.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("EntryDispatch has this method", e);
        }
    }
}
