package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.patch.ClassBytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Methods of the JDK that ask who calls them. In patched code the answer has to be the class whose code it is, which has
 * rights that the class of the patch has not. Those that only ask for the caller's loader or module are none of them: both
 * classes have the same.
 *
 * <p>The call is made by a small class that becomes a nestmate of the original class and so has its rights. A handle bound
 * with that class's lookup would do only from Java 18 on.
 */
final class CallerSensitive {

    private static final String LINKER = "dev/subsecond/runtime/link/CallerLinker";
    private static final String LOOKUP_NAME_TYPE =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;";
    private static final String CALL_SITE = ")Ljava/lang/invoke/CallSite;";
    private static final String LOOKUP = "java/lang/invoke/MethodHandles";

    private static final Set<String> UPDATER = Set.of("newUpdater");
    private static final Set<String> FIELD = Set.of(
            "get",
            "getBoolean",
            "getByte",
            "getChar",
            "getShort",
            "getInt",
            "getLong",
            "getFloat",
            "getDouble",
            "set",
            "setBoolean",
            "setByte",
            "setChar",
            "setShort",
            "setInt",
            "setLong",
            "setFloat",
            "setDouble",
            "canAccess");

    private static final Map<String, Set<String>> METHODS = Map.of(
            LOOKUP,
            Set.of("lookup"),
            "java/lang/reflect/Method",
            Set.of("invoke", "canAccess"),
            "java/lang/reflect/Constructor",
            Set.of("newInstance", "canAccess"),
            "java/lang/reflect/Field",
            FIELD,
            "java/lang/reflect/AccessibleObject",
            Set.of("canAccess"),
            "java/lang/Class",
            Set.of("newInstance"),
            "java/util/concurrent/atomic/AtomicIntegerFieldUpdater",
            UPDATER,
            "java/util/concurrent/atomic/AtomicLongFieldUpdater",
            UPDATER,
            "java/util/concurrent/atomic/AtomicReferenceFieldUpdater",
            UPDATER);

    private CallerSensitive() {}

    /** Whether the method's result depends on the class that calls it. */
    static boolean is(String owner, String name) {
        return METHODS.getOrDefault(owner, Set.of()).contains(name) || isCallersClass(owner, name);
    }

    /** Whether the method looks for its caller's caller on the stack, where patched code has other frames. */
    static boolean isCallersClass(String owner, String name) {
        return owner.equals("java/lang/StackWalker") && name.equals("getCallerClass");
    }

    /** The call {@code i} as {@code host} would make it. */
    static InvokeDynamicInsnNode inTheNameOf(ClassFile host, MethodInsnNode i) {
        String flat = Instructions.flat(i.owner, i.desc, i.getOpcode() == Opcodes.INVOKESTATIC);
        if (i.owner.equals(LOOKUP)) {
            return new InvokeDynamicInsnNode(i.name, flat, bootstrap("lookup", ""), host.binaryName());
        }
        String nestmate = new String(ClassBytes.of(nestmate(host, i, flat)), StandardCharsets.ISO_8859_1);
        Handle bootstrap = bootstrap("call", "Ljava/lang/String;");
        return new InvokeDynamicInsnNode(i.name, flat, bootstrap, host.binaryName(), nestmate);
    }

    private static Handle bootstrap(String name, String furtherArguments) {
        String descriptor = LOOKUP_NAME_TYPE + furtherArguments + CALL_SITE;
        return new Handle(Opcodes.H_INVOKESTATIC, LINKER, name, descriptor, false);
    }

    /** A class with one method, of the call's name, that makes the call. */
    private static ClassNode nestmate(ClassFile host, MethodInsnNode call, String flat) {
        ClassNode node = new ClassNode();
        node.version = host.node().version;
        node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        node.name = host.name() + "$$Caller";
        node.superName = "java/lang/Object";
        MethodNode m = new MethodNode(Opcodes.ACC_STATIC, call.name, flat, null, null);
        int slot = 0;
        for (Type argument : Type.getArgumentTypes(flat)) {
            m.instructions.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), slot));
            slot += argument.getSize();
        }
        m.instructions.add(new MethodInsnNode(call.getOpcode(), call.owner, call.name, call.desc, call.itf));
        m.instructions.add(new InsnNode(Type.getReturnType(flat).getOpcode(Opcodes.IRETURN)));
        m.maxLocals = slot;
        m.maxStack = slot + 2;
        node.methods.add(m);
        return node;
    }
}
