package dev.subsecond.runtime.link;

import dev.subsecond.runtime.scope.Scopes;
import dev.subsecond.runtime.table.FunctionKey;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.LinkedStub;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;

/** Links the generated stubs of hot functions. */
public final class StubLinker {

    private StubLinker() {}

    /**
     * Links a stub to its function. Initialises no class of the program.
     *
     * @param caller a class in the package of {@code owner}; kept, as the right to patch that package
     * @param owner the class that declares the function
     * @param name the method's name
     * @param type the method's type without a receiver
     * @param isStatic whether it has no receiver
     * @return the function, also one that a patch has added to the class
     * @throws LinkageError if there is no such method, as when the stub is older than its class
     */
    public static HotTarget link(Lookup caller, Class<?> owner, String name, MethodType type, boolean isStatic) {
        FunctionKey key = new FunctionKey(owner, name, type.toMethodDescriptorString());
        LinkedStub added = HotTable.shared().addedStub(caller, key, isStatic);
        if (added != null) {
            return target(added, isStatic ? type : type.insertParameterTypes(0, owner));
        }
        MethodHandle plain = plainCall(caller, owner, name, type, isStatic);
        return target(HotTable.shared().stub(caller, key, plain, isStatic));
    }

    /** The functions whose stubs have been linked so far, in no order; a snapshot. */
    public static List<HotTarget> targets() {
        return HotTable.shared().stubs().stream().map(StubLinker::target).toList();
    }

    /**
     * Throws anything as it is, checked exceptions too.
     *
     * @return never; declared so that callers can write it as an exception to throw
     */
    public static RuntimeException rethrow(Throwable exception) {
        return StubLinker.<RuntimeException>sneaky(exception);
    }

    private static HotTarget target(LinkedStub stub) {
        return target(stub, stub.site().type());
    }

    private static HotTarget target(LinkedStub stub, MethodType type) {
        return new HotTarget(
                stub.function(), Scopes.hotCall(stub.site().dynamicInvoker().asType(type)));
    }

    private static MethodHandle plainCall(
            Lookup caller, Class<?> owner, String name, MethodType type, boolean isStatic) {
        try {
            MethodHandle call = isStatic ? caller.findStatic(owner, name, type) : caller.findVirtual(owner, name, type);
            return call.asFixedArity();
        } catch (NoSuchMethodException e) {
            throw (LinkageError) new NoSuchMethodError(
                            owner.getName() + "." + name + type + " is gone: compile the class and its stubs together")
                    .initCause(e);
        } catch (IllegalAccessException e) {
            throw (LinkageError) new IllegalAccessError(
                            caller.lookupClass().getName() + " may not call " + owner.getName() + "." + name + type)
                    .initCause(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> RuntimeException sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
