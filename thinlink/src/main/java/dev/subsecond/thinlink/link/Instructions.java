package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.thinlink.model.Names;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** The instructions by which patched code reaches what the runtime links for it. */
final class Instructions {

    private static final String LINKER = "dev/subsecond/runtime/link/PatchLinker";
    private static final String LOOKUP_NAME_TYPE =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;";
    private static final String CALL_SITE = ")Ljava/lang/invoke/CallSite;";

    private Instructions() {}

    /** A call through the handle at {@code index} in the manifest of the patch {@code sequence}. */
    static InvokeDynamicInsnNode throughHandle(HandleRef handle, long sequence, int index) {
        Handle bootstrap = bootstrap("handle", "JI");
        return new InvokeDynamicInsnNode(callName(handle), descriptor(handle), bootstrap, sequence, index);
    }

    /** A call of the newest body of an added function; the descriptor has the receiver first. */
    static InvokeDynamicInsnNode throughFunction(String name, String descriptor, String id) {
        return new InvokeDynamicInsnNode(name, descriptor, bootstrap("function", "Ljava/lang/String;"), id);
    }

    /** A call dispatched on the class of the receiver, the first parameter. */
    static InvokeDynamicInsnNode throughFamily(String name, String descriptor, String id) {
        return new InvokeDynamicInsnNode(name, descriptor, bootstrap("family", "Ljava/lang/String;"), id);
    }

    /** The type of a handle as a call descriptor: receiver or owner first, constructors return what they make. */
    static String descriptor(HandleRef handle) {
        String owner = Names.internal(handle.owner());
        String type = handle.descriptor();
        return switch (handle.kind()) {
            case INVOKE_STATIC, ENTRY_STATIC -> type;
            case INVOKE_VIRTUAL, INVOKE_INTERFACE, ENTRY_VIRTUAL, ENTRY_SPECIAL -> Names.withReceiver(owner, type);
            case INVOKE_SPECIAL -> Names.withReceiver(Names.internal(handle.host()), type);
            case ALLOCATE -> Makers.descriptor("Ljava/lang/Object;", type);
            case NEW -> type.substring(0, type.length() - 1) + "L" + owner + ";";
            case GET_FIELD -> "(L" + owner + ";)" + type;
            case PUT_FIELD -> "(L" + owner + ";" + type + ")V";
            case GET_STATIC -> "()" + type;
            case PUT_STATIC -> "(" + type + ")V";
            case COMPARE_AND_SET -> "(L" + owner + ";" + type + type + ")Z";
        };
    }

    private static String callName(HandleRef handle) {
        return switch (handle.kind()) {
            case NEW -> "new";
            case ALLOCATE -> "allocate";
            default -> handle.name();
        };
    }

    private static Handle bootstrap(String name, String extraArguments) {
        return new Handle(Opcodes.H_INVOKESTATIC, LINKER, name, LOOKUP_NAME_TYPE + extraArguments + CALL_SITE, false);
    }

    /** The descriptor of an instance or static method as a static method would have it. */
    static String flat(String receiver, String descriptor, boolean isStatic) {
        return isStatic ? descriptor : Names.withReceiver(receiver, descriptor);
    }
}
