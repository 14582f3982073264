package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Classes that only another package may name, but whose objects code passes on: a method or field that it may use has such a
 * type. An {@code invokedynamic} may not say that type (JVMS 5.4.3.5), so it says {@code Object}, and so do all that take the object.
 */
final class ForeignTypes {

    private static final Type OBJECT = Type.getObjectType("java/lang/Object");

    private final Program program;
    private final ClassFile host;
    private boolean found;

    ForeignTypes(Program program, ClassFile host) {
        this.program = program;
        this.host = host;
    }

    /** The descriptor of a call or field with {@code Object} for each foreign type. */
    String hidden(String descriptor) {
        Type type = Type.getType(descriptor);
        if (type.getSort() != Type.METHOD) {
            return hidden(type).getDescriptor();
        }
        Type[] arguments =
                Arrays.stream(type.getArgumentTypes()).map(this::hidden).toArray(Type[]::new);
        return Type.getMethodDescriptor(hidden(type.getReturnType()), arguments);
    }

    private Type hidden(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        boolean isForeign = element.getSort() == Type.OBJECT && isForeign(element.getInternalName());
        found |= isForeign;
        return isForeign ? OBJECT : type;
    }

    private boolean isForeign(String name) {
        return program.loaded(name)
                .filter(c -> !c.is(Opcodes.ACC_PUBLIC) && !c.packageName().equals(host.packageName()))
                .isPresent();
    }

    /** Whether the instruction has to become a handle, because its type is foreign. */
    boolean in(String descriptor) {
        return !hidden(descriptor).equals(descriptor);
    }

    Access.ByHandle handle(FieldInsnNode i) {
        HandleKind kind = switch (i.getOpcode()) {
            case Opcodes.GETFIELD -> HandleKind.GET_FIELD;
            case Opcodes.PUTFIELD -> HandleKind.PUT_FIELD;
            case Opcodes.GETSTATIC -> HandleKind.GET_STATIC;
            default -> HandleKind.PUT_STATIC;
        };
        return new Access.ByHandle(new HandleRef(kind, host.binaryName(), Names.binary(i.owner), i.name, i.desc));
    }

    Access.ByHandle handle(MethodInsnNode i) {
        HandleKind kind = switch (i.getOpcode()) {
            case Opcodes.INVOKESTATIC -> HandleKind.INVOKE_STATIC;
            case Opcodes.INVOKEINTERFACE -> HandleKind.INVOKE_INTERFACE;
            case Opcodes.INVOKESPECIAL -> HandleKind.NEW;
            default -> HandleKind.INVOKE_VIRTUAL;
        };
        return new Access.ByHandle(new HandleRef(kind, host.binaryName(), Names.binary(i.owner), i.name, i.desc));
    }

    /** Makes the frames say what the values are now. */
    void hideInFrames(MethodNode body) {
        if (!found) {
            return;
        }
        for (AbstractInsnNode i : body.instructions) {
            if (i instanceof FrameNode f) {
                f.local = hidden(f.local);
                f.stack = hidden(f.stack);
            }
        }
    }

    private List<Object> hidden(List<Object> types) {
        List<Object> all = new ArrayList<>(types);
        all.replaceAll(
                t -> t instanceof String name ? hidden(Type.getObjectType(name)).getInternalName() : t);
        return all;
    }
}
