package dev.subsecond.runtime.closure;

import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.observe.Log;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.FunctionKey;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import dev.subsecond.runtime.table.LinkedStub;
import dev.subsecond.runtime.wire.Addresses;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which function a closure runs. Loads classes that the closure would load, and initialises none. */
final class ImplementationFinder {

    private static final CapturedReader ITSELF = closure -> new Object[] {closure};

    private final ClosureType type;
    private final Class<?> closureClass;
    private final HotTable table = HotTable.shared();

    private ImplementationFinder(ClosureType type, Class<?> closureClass) {
        this.type = type;
        this.closureClass = closureClass;
    }

    /** Always finds one; a closure whose function cannot be found is called as it is, and the user is told. */
    static Implementation find(ClosureType type, Object closure) {
        Class<?> closureClass = closure.getClass();
        ImplementationFinder finder = new ImplementationFinder(type, closureClass);
        try {
            return closureClass.isHidden() ? finder.lambda(closure) : finder.method();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            report(closureClass, e);
            return finder.unknown();
        }
    }

    /** A lambda expression or method reference. */
    private Implementation lambda(Object closure) throws ReflectiveOperationException {
        Image image = table.image(closureClass.getClassLoader());
        LambdaReader reader = new LambdaReader(image.lookupIn(closureClass));
        SerializedLambda form = reader.form(closure);
        MethodHandleInfo method = revealed(image.lookupIn(load(form.getCapturingClass())), form);
        FunctionKey key = key(method);
        return switch (method.getReferenceKind()) {
            case MethodHandleInfo.REF_invokeStatic -> implementation(image, key, reader, method, true);
            case MethodHandleInfo.REF_newInvokeSpecial -> asItIs(key, reader);
            default -> implementation(image, key, reader, method, Modifier.isPrivate(method.getModifiers()));
        };
    }

    /** The method itself: what the lambda names may be inherited from elsewhere. */
    private MethodHandleInfo revealed(Lookup host, SerializedLambda form) throws ReflectiveOperationException {
        Class<?> owner = load(form.getImplClass());
        String name = form.getImplMethodName();
        MethodType type =
                MethodType.fromMethodDescriptorString(form.getImplMethodSignature(), closureClass.getClassLoader());
        return host.revealDirect(
                switch (form.getImplMethodKind()) {
                    case MethodHandleInfo.REF_invokeStatic -> host.findStatic(owner, name, type);
                    case MethodHandleInfo.REF_newInvokeSpecial -> host.findConstructor(owner, type);
                    default -> host.findVirtual(owner, name, type);
                });
    }

    /** A class of the program that implements the interface. */
    private Implementation method() throws ReflectiveOperationException {
        Image image = table.image(closureClass.getClassLoader());
        Method declared = declared();
        Lookup owner = image.lookupIn(declared.getDeclaringClass());
        MethodHandleInfo method = owner.revealDirect(owner.unreflect(declared));
        return implementation(image, key(method), ITSELF, method, false);
    }

    /** @param single whether a call runs that very method, whatever its receiver's class */
    private Implementation implementation(
            Image image, FunctionKey key, CapturedReader reader, MethodHandleInfo method, boolean single)
            throws ReflectiveOperationException {
        if (!isOfProgram(key)) {
            return asItIs(key, reader);
        }
        Lookup owner = image.lookupIn(key.owner());
        MethodType type = method.getMethodType();
        MethodHandle plain = Modifier.isStatic(method.getModifiers())
                ? owner.findStatic(key.owner(), key.name(), type)
                : owner.findVirtual(key.owner(), key.name(), type);
        LinkedStub linked = table.closure(owner, key, plain.asFixedArity(), single);
        MethodHandle newest = linked.site().dynamicInvoker();
        return new Implementation(this.type, key.displayName(), address(key), linked.function(), reader, newest);
    }

    /** New code gets into a constructor by the guard behind its {@code super(..)}, and into a library not at all. */
    private Implementation asItIs(FunctionKey key, CapturedReader reader) {
        Function function = isOfProgram(key) ? table.function(key) : null;
        return new Implementation(type, key.displayName(), address(key), function, reader, null);
    }

    private Implementation unknown() {
        String name = closureClass.getName();
        long address = Addresses.function(table.buildId(), name, type.method(), "");
        return new Implementation(type, name, address, null, ITSELF, null);
    }

    /** A library's methods are not patched. */
    private boolean isOfProgram(FunctionKey key) {
        return key.owner().getClassLoader() == closureClass.getClassLoader();
    }

    private long address(FunctionKey key) {
        return Addresses.function(table.buildId(), key.owner().getName(), key.name(), key.descriptor());
    }

    private static FunctionKey key(MethodHandleInfo method) {
        String descriptor = method.getMethodType().toMethodDescriptorString();
        return new FunctionKey(method.getDeclaringClass(), method.getName(), descriptor);
    }

    /** The nearest method that a call of the interface's gets to, past the bridges of the compiler. */
    private Method declared() throws NoSuchMethodException {
        for (Class<?> c = closureClass; c != null; c = c.getSuperclass()) {
            List<Method> found = Arrays.stream(c.getDeclaredMethods())
                    .filter(this::implementsIt)
                    .toList();
            if (found.size() > 1) {
                throw new NoSuchMethodException(c.getName() + " has several methods that could be " + type.method());
            }
            if (found.size() == 1) {
                return found.get(0);
            }
        }
        throw new NoSuchMethodException("no class declares " + type.method());
    }

    private boolean implementsIt(Method method) {
        boolean candidate = method.getName().equals(type.method())
                && method.getParameterCount() == type.type().parameterCount()
                && !method.isBridge()
                && !Modifier.isStatic(method.getModifiers());
        for (int i = 0; candidate && i < method.getParameterCount(); i++) {
            candidate = type.type().parameterType(i).isAssignableFrom(method.getParameterTypes()[i]);
        }
        return candidate;
    }

    private Class<?> load(String internalName) throws ClassNotFoundException {
        return Class.forName(internalName.replace('/', '.'), false, closureClass.getClassLoader());
    }

    private static void report(Class<?> closureClass, @Nullable Throwable why) {
        if (!Subsecond.isEnabled()) {
            return;
        }
        Log.say(
                Level.WARNING,
                "The closure " + closureClass.getName() + " runs the code it has, also after patches of it: "
                        + why + ". If its module is named, let it open the package "
                        + closureClass.getPackageName() + " to dev.subsecond.runtime");
    }
}
