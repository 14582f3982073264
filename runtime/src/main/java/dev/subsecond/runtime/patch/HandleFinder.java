package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.FunctionKey;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the members that patched code reaches through handles, with the rights of the class whose code it is. No class is
 * initialised by it: that happens, as in compiled code, when the handle is used.
 */
final class HandleFinder {

    private final HotTable table;
    private final ProgramClasses classes;

    HandleFinder(HotTable table, ProgramClasses classes) {
        this.table = table;
        this.classes = classes;
    }

    List<MethodHandle> findAll(List<HandleRef> refs) throws PatchException {
        List<MethodHandle> handles = new ArrayList<>(refs.size());
        for (HandleRef ref : refs) {
            handles.add(find(ref));
        }
        return handles;
    }

    private MethodHandle find(HandleRef ref) throws PatchException {
        if (ClassDefiner.isForbidden(ref.host())) {
            throw failure(
                    Reason.ACCESS_DENIED, ref, new IllegalAccessException(ref.host() + " is no class of the program"));
        }
        Class<?> host = classes.find(ref.host());
        Class<?> owner = classes.find(ref.owner());
        Lookup lookup = classes.lookupIn(host);
        try {
            return find(lookup, host, owner, ref).asFixedArity();
        } catch (IllegalAccessException e) {
            if (e.getCause() instanceof IncompatibleClassChangeError other && !(other instanceof IllegalAccessError)) {
                // A member that is static and should not be, or the other way round.
                throw failure(Reason.LAYOUT_CHANGED, ref, other);
            }
            throw failure(Reason.ACCESS_DENIED, ref, e);
        } catch (NoSuchMethodException | NoSuchFieldException | LinkageError e) {
            throw failure(Reason.VERIFY_FAILED, ref, e);
        }
    }

    private MethodHandle find(Lookup lookup, Class<?> host, Class<?> owner, HandleRef ref)
            throws PatchException, NoSuchMethodException, NoSuchFieldException, IllegalAccessException {
        String name = ref.name();
        return switch (ref.kind()) {
            case INVOKE_VIRTUAL, INVOKE_INTERFACE -> lookup.findVirtual(owner, name, classes.type(ref.descriptor()));
            case INVOKE_STATIC -> lookup.findStatic(owner, name, classes.type(ref.descriptor()));
            case INVOKE_SPECIAL -> lookup.findSpecial(owner, name, classes.type(ref.descriptor()), host);
            case ENTRY_VIRTUAL, ENTRY_SPECIAL, ENTRY_STATIC -> entry(lookup, owner, ref);
            case NEW -> lookup.findConstructor(owner, classes.type(ref.descriptor()));
            case ALLOCATE ->
                Allocation.of(owner.getDeclaredConstructor(
                        classes.type(ref.descriptor()).parameterArray()));
            case GET_FIELD -> lookup.findGetter(owner, name, classes.fieldType(ref.descriptor()));
            case PUT_FIELD -> FieldSetters.find(lookup, owner, name, classes.fieldType(ref.descriptor()));
            case GET_STATIC -> lookup.findStaticGetter(owner, name, classes.fieldType(ref.descriptor()));
            case PUT_STATIC -> lookup.findStaticSetter(owner, name, classes.fieldType(ref.descriptor()));
            case COMPARE_AND_SET -> compareAndSet(lookup, owner, name, classes.fieldType(ref.descriptor()));
        };
    }

    private MethodHandle entry(Lookup lookup, Class<?> owner, HandleRef ref)
            throws PatchException, NoSuchMethodException, IllegalAccessException {
        MethodType type = classes.type(ref.descriptor());
        MethodHandle plain = switch (ref.kind()) {
            case ENTRY_STATIC -> lookup.findStatic(owner, ref.name(), type);
            case ENTRY_SPECIAL -> lookup.findSpecial(owner, ref.name(), type, owner);
            default -> lookup.findVirtual(owner, ref.name(), type);
        };
        Class<?> declaring = declaring(lookup, owner, ref, plain);
        FunctionKey key = new FunctionKey(declaring, ref.name(), ref.descriptor());
        return ref.kind() == HandleKind.ENTRY_VIRTUAL
                ? table.virtualEntry(key, plain.asFixedArity())
                : table.entry(key, plain.asFixedArity());
    }

    /** A public method may be declared in a class that only another package sees, and then the handle does not say so. */
    private static Class<?> declaring(Lookup lookup, Class<?> owner, HandleRef ref, MethodHandle plain) {
        FunctionKey named = new FunctionKey(owner, ref.name(), ref.descriptor());
        try {
            return lookup.revealDirect(plain).getDeclaringClass();
        } catch (IllegalArgumentException e) {
            for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
                if (Stream.of(c.getDeclaredMethods()).anyMatch(named::hasSignatureOf)) {
                    return c;
                }
            }
            throw e;
        }
    }

    private static MethodHandle compareAndSet(Lookup lookup, Class<?> owner, String name, Class<?> type)
            throws NoSuchFieldException, IllegalAccessException {
        VarHandle field = lookup.findVarHandle(owner, name, type);
        if (!field.isAccessModeSupported(VarHandle.AccessMode.COMPARE_AND_SET)) {
            throw new IllegalAccessException(owner.getName() + "." + name + " is final");
        }
        MethodType exact = MethodType.methodType(boolean.class, owner, type, type);
        return field.toMethodHandle(VarHandle.AccessMode.COMPARE_AND_SET).asType(exact);
    }

    private static PatchException failure(Reason reason, HandleRef ref, Throwable cause) {
        String member = ref.owner() + "." + ref.name() + ref.descriptor();
        String message = "The new code of " + ref.host() + " cannot use " + member + ": " + cause;
        return new PatchException(reason, message, member, List.of(), cause);
    }
}
