package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The {@code toString}, {@code hashCode} and {@code equals} that the compiler gives a record: an {@code invokedynamic} with
 * handles to the private fields, which only the record itself may name.
 */
final class RecordMethods {

    private static final int NAMES = 1;
    private static final String BOOTSTRAP = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + "Ljava/lang/invoke/MethodType;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/invoke/CallSite;";

    private RecordMethods() {}

    static boolean is(InvokeDynamicInsnNode i) {
        return i.bsm.getOwner().equals("java/lang/runtime/ObjectMethods");
    }

    /** The same method, of which the runtime finds the handles. */
    static InvokeDynamicInsnNode of(ClassFile host, InvokeDynamicInsnNode i) {
        Handle bootstrap = new Handle(
                Opcodes.H_INVOKESTATIC, "dev/subsecond/runtime/link/CallerLinker", "recordMethod", BOOTSTRAP, false);
        return new InvokeDynamicInsnNode(i.name, i.desc, bootstrap, host.binaryName(), i.bsmArgs[NAMES]);
    }
}
