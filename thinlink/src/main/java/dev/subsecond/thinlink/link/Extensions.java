package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the classes that hold added instance fields. In Java one would read, for a field {@code int score} of {@code Game}:
 *
 * <pre>
 *   public final class Game$$Fields3 extends Extension {
 *       public int score;
 *       public volatile int score$state;                       // only if it has an initialiser
 *       public static Game$$Fields3 of(Game self) { … }        // found on the object's slot or in the table, or put there
 *       public static void begin(Game self) { … }              // a constructor will assign all fields
 *       public static int get$score(Game self) {
 *           Game$$Fields3 x = of(self);
 *           if (x.score$state != SET) x.initialise$score(self);
 *           return x.score;
 *       }
 *       public static void set$score(Game self, int value) { … }
 *       synchronized void initialise$score(Game self) { … }    // once, by the reading thread
 *       synchronized void assign$score(int value) { … }        // the first write, which ends the initialiser's right
 *   }
 * </pre>
 */
final class Extensions {

    /** The value of {@code name$state} once the field has one; 1 while its initialiser runs, 0 before. */
    private static final int SET = 2;

    private static final int RUNNING = 1;
    private static final String BASE = "dev/subsecond/runtime/link/Extension";
    private static final String TABLE = "dev/subsecond/runtime/link/ExtensionTable";
    private static final String SLOT = "$$subsecond";
    private static final String OBJECT = "Ljava/lang/Object;";

    /**
     * An added field.
     *
     * @param node the field as the newest source declares it
     * @param initialiser a static method of the patch class, from the object to its first value; null if there is none
     */
    record Added(FieldNode node, @Nullable String initialiser) {}

    private final ClassNode node = new ClassNode();
    private final String owner;
    private final String patchClass;
    private final PatchBuilder patch;
    private final boolean hasSlot;

    private Extensions(String name, ClassFile owner, String patchClass, PatchBuilder patch, boolean hasSlot) {
        this.hasSlot = hasSlot;
        this.owner = owner.name();
        this.patchClass = patchClass;
        this.patch = patch;
        node.version = owner.node().version;
        node.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        node.name = name;
        node.superName = BASE;
        node.sourceFile = owner.node().sourceFile;
    }

    static String name(String owner, long sequence) {
        return owner + "$$Fields" + sequence;
    }

    /** The call that reads or writes an added field in place of {@code getfield} or {@code putfield}. */
    static MethodInsnNode call(String extension, String field, String type, boolean gets) {
        String owner = extension.substring(0, extension.lastIndexOf("$$Fields"));
        String self = "(L" + owner + ";";
        return gets
                ? new MethodInsnNode(Opcodes.INVOKESTATIC, extension, "get$" + field, self + ")" + type, false)
                : new MethodInsnNode(Opcodes.INVOKESTATIC, extension, "set$" + field, self + type + ")V", false);
    }

    /** The call by which a constructor says that it will assign all fields. */
    static MethodInsnNode begin(String extension, String owner) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, extension, "begin", "(L" + owner + ";)V", false);
    }

    /** @param hasSlot whether objects of {@code owner} have a slot, else a table finds their extensions */
    static ClassNode write(
            String name, ClassFile owner, List<Added> fields, String patchClass, PatchBuilder patch, boolean hasSlot) {
        Extensions writer = new Extensions(name, owner, patchClass, patch, hasSlot);
        writer.constructor();
        writer.of();
        writer.begin(fields);
        fields.forEach(writer::field);
        return writer.node;
    }

    private void constructor() {
        MethodNode m = method(0, "<init>", "(L" + BASE + ";)V");
        m.visitVarInsn(Opcodes.ALOAD, 0);
        m.visitVarInsn(Opcodes.ALOAD, 1);
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, BASE, "<init>", "(L" + BASE + ";)V", false);
        m.visitInsn(Opcodes.RETURN);
    }

    private void begin(List<Added> fields) {
        MethodNode m = method(Opcodes.ACC_STATIC, "begin", "(L" + owner + ";)V");
        callOf(m);
        m.visitVarInsn(Opcodes.ASTORE, 1);
        for (Added field : fields) {
            if (field.initialiser() != null) {
                m.visitVarInsn(Opcodes.ALOAD, 1);
                m.visitInsn(Opcodes.ICONST_0 + SET);
                m.visitFieldInsn(Opcodes.PUTFIELD, node.name, state(field.node()), "I");
            }
        }
        m.visitInsn(Opcodes.RETURN);
    }

    /** Loops until the extension is found or this thread's own has been hung on the slot. */
    private void of() {
        MethodNode m = method(Opcodes.ACC_STATIC, "of", "(L" + owner + ";)L" + node.name + ";");
        Label search = new Label();
        Label create = new Label();
        m.visitLabel(search);
        handle(m, HandleKind.GET_FIELD);
        m.visitVarInsn(Opcodes.ASTORE, 1);
        m.visitVarInsn(Opcodes.ALOAD, 1);
        m.visitLdcInsn(Type.getObjectType(node.name));
        m.visitMethodInsn(Opcodes.INVOKESTATIC, BASE, "find", "(" + OBJECT + "Ljava/lang/Class;)L" + BASE + ";", false);
        m.visitTypeInsn(Opcodes.CHECKCAST, node.name);
        m.visitVarInsn(Opcodes.ASTORE, 2);
        m.visitVarInsn(Opcodes.ALOAD, 2);
        m.visitJumpInsn(Opcodes.IFNULL, create);
        m.visitVarInsn(Opcodes.ALOAD, 2);
        m.visitInsn(Opcodes.ARETURN);
        m.visitLabel(create);
        createAndHang(m);
        m.visitJumpInsn(Opcodes.IFEQ, search);
        m.visitVarInsn(Opcodes.ALOAD, 2);
        m.visitInsn(Opcodes.ARETURN);
    }

    private void createAndHang(MethodNode m) {
        m.visitTypeInsn(Opcodes.NEW, node.name);
        m.visitInsn(Opcodes.DUP);
        m.visitVarInsn(Opcodes.ALOAD, 1);
        m.visitTypeInsn(Opcodes.CHECKCAST, BASE);
        m.visitMethodInsn(Opcodes.INVOKESPECIAL, node.name, "<init>", "(L" + BASE + ";)V", false);
        m.visitVarInsn(Opcodes.ASTORE, 2);
        handle(m, HandleKind.COMPARE_AND_SET);
    }

    private void field(Added field) {
        FieldNode f = field.node();
        int access = Opcodes.ACC_PUBLIC | (f.access & Opcodes.ACC_VOLATILE);
        node.fields.add(new FieldNode(access, f.name, f.desc, null, null));
        if (field.initialiser() == null) {
            plainGet(f);
            plainSet(f);
        } else {
            node.fields.add(new FieldNode(Opcodes.ACC_PUBLIC | Opcodes.ACC_VOLATILE, state(f), "I", null, null));
            initialisingGet(f);
            initialisingSet(f);
            initialise(f, field.initialiser());
            assign(f);
        }
    }

    private void plainGet(FieldNode f) {
        MethodNode m = getter(f);
        callOf(m);
        m.visitFieldInsn(Opcodes.GETFIELD, node.name, f.name, f.desc);
        m.visitInsn(Type.getType(f.desc).getOpcode(Opcodes.IRETURN));
    }

    private void plainSet(FieldNode f) {
        MethodNode m = setter(f);
        callOf(m);
        m.visitVarInsn(Type.getType(f.desc).getOpcode(Opcodes.ILOAD), 1);
        m.visitFieldInsn(Opcodes.PUTFIELD, node.name, f.name, f.desc);
        m.visitInsn(Opcodes.RETURN);
    }

    private void initialisingGet(FieldNode f) {
        MethodNode m = getter(f);
        Label ready = new Label();
        callOf(m);
        m.visitVarInsn(Opcodes.ASTORE, 1);
        jumpIfState(m, 1, f, Opcodes.IF_ICMPEQ, SET, ready);
        m.visitVarInsn(Opcodes.ALOAD, 1);
        m.visitVarInsn(Opcodes.ALOAD, 0);
        m.visitMethodInsn(Opcodes.INVOKEVIRTUAL, node.name, "initialise$" + f.name, "(L" + owner + ";)V", false);
        m.visitLabel(ready);
        m.visitVarInsn(Opcodes.ALOAD, 1);
        m.visitFieldInsn(Opcodes.GETFIELD, node.name, f.name, f.desc);
        m.visitInsn(Type.getType(f.desc).getOpcode(Opcodes.IRETURN));
    }

    private void initialisingSet(FieldNode f) {
        MethodNode m = setter(f);
        Type type = Type.getType(f.desc);
        int x = 1 + type.getSize();
        Label first = new Label();
        callOf(m);
        m.visitVarInsn(Opcodes.ASTORE, x);
        jumpIfState(m, x, f, Opcodes.IF_ICMPNE, SET, first);
        m.visitVarInsn(Opcodes.ALOAD, x);
        m.visitVarInsn(type.getOpcode(Opcodes.ILOAD), 1);
        m.visitFieldInsn(Opcodes.PUTFIELD, node.name, f.name, f.desc);
        m.visitInsn(Opcodes.RETURN);
        m.visitLabel(first);
        m.visitVarInsn(Opcodes.ALOAD, x);
        m.visitVarInsn(type.getOpcode(Opcodes.ILOAD), 1);
        m.visitMethodInsn(Opcodes.INVOKEVIRTUAL, node.name, "assign$" + f.name, "(" + f.desc + ")V", false);
        m.visitInsn(Opcodes.RETURN);
    }

    /** A value that the initialiser's own code assigned meanwhile wins over what it returns; a failure can be retried. */
    private void initialise(FieldNode f, String initialiser) {
        MethodNode m = method(Opcodes.ACC_SYNCHRONIZED, "initialise$" + f.name, "(L" + owner + ";)V");
        Type type = Type.getType(f.desc);
        Label start = new Label();
        Label end = new Label();
        Label failed = new Label();
        Label done = new Label();
        m.visitTryCatchBlock(start, end, failed, null);
        jumpIfState(m, 0, f, Opcodes.IF_ICMPNE, 0, done);
        setState(m, f, RUNNING);
        m.visitLabel(start);
        m.visitVarInsn(Opcodes.ALOAD, 1);
        m.visitMethodInsn(Opcodes.INVOKESTATIC, patchClass, initialiser, "(L" + owner + ";)" + f.desc, false);
        m.visitVarInsn(type.getOpcode(Opcodes.ISTORE), 2);
        m.visitLabel(end);
        jumpIfState(m, 0, f, Opcodes.IF_ICMPEQ, SET, done);
        m.visitVarInsn(Opcodes.ALOAD, 0);
        m.visitVarInsn(type.getOpcode(Opcodes.ILOAD), 2);
        m.visitFieldInsn(Opcodes.PUTFIELD, node.name, f.name, f.desc);
        setState(m, f, SET);
        m.visitJumpInsn(Opcodes.GOTO, done);
        m.visitLabel(failed);
        setState(m, f, 0);
        m.visitInsn(Opcodes.ATHROW);
        m.visitLabel(done);
        m.visitInsn(Opcodes.RETURN);
    }

    private void assign(FieldNode f) {
        MethodNode m = method(Opcodes.ACC_SYNCHRONIZED, "assign$" + f.name, "(" + f.desc + ")V");
        m.visitVarInsn(Opcodes.ALOAD, 0);
        m.visitVarInsn(Type.getType(f.desc).getOpcode(Opcodes.ILOAD), 1);
        m.visitFieldInsn(Opcodes.PUTFIELD, node.name, f.name, f.desc);
        setState(m, f, SET);
        m.visitInsn(Opcodes.RETURN);
    }

    private void jumpIfState(MethodVisitor m, int extension, FieldNode f, int comparison, int value, Label target) {
        m.visitVarInsn(Opcodes.ALOAD, extension);
        m.visitFieldInsn(Opcodes.GETFIELD, node.name, state(f), "I");
        m.visitInsn(Opcodes.ICONST_0 + value);
        m.visitJumpInsn(comparison, target);
    }

    private void setState(MethodVisitor m, FieldNode f, int value) {
        m.visitVarInsn(Opcodes.ALOAD, 0);
        m.visitInsn(Opcodes.ICONST_0 + value);
        m.visitFieldInsn(Opcodes.PUTFIELD, node.name, state(f), "I");
    }

    /** Loads the object, and for a write what was expected and what comes, and asks the slot, or the table in its place. */
    private void handle(MethodNode m, HandleKind kind) {
        if (!hasSlot) {
            table(m, kind);
            return;
        }
        String binary = owner.replace('/', '.');
        HandleRef slot = new HandleRef(kind, binary, binary, SLOT, OBJECT);
        m.visitVarInsn(Opcodes.ALOAD, 0);
        if (kind == HandleKind.COMPARE_AND_SET) {
            m.visitVarInsn(Opcodes.ALOAD, 1);
            m.visitVarInsn(Opcodes.ALOAD, 2);
        }
        m.instructions.add(Instructions.throughHandle(slot, patch.sequence(), patch.handle(slot)));
    }

    private void table(MethodNode m, HandleKind kind) {
        m.visitVarInsn(Opcodes.ALOAD, 0);
        if (kind == HandleKind.GET_FIELD) {
            m.visitMethodInsn(Opcodes.INVOKESTATIC, TABLE, "head", "(" + OBJECT + ")" + OBJECT, false);
        } else {
            m.visitVarInsn(Opcodes.ALOAD, 1);
            m.visitVarInsn(Opcodes.ALOAD, 2);
            m.visitMethodInsn(Opcodes.INVOKESTATIC, TABLE, "hang", "(" + OBJECT + OBJECT + OBJECT + ")Z", false);
        }
    }

    private void callOf(MethodVisitor m) {
        m.visitVarInsn(Opcodes.ALOAD, 0);
        m.visitMethodInsn(Opcodes.INVOKESTATIC, node.name, "of", "(L" + owner + ";)L" + node.name + ";", false);
    }

    private MethodNode getter(FieldNode f) {
        return method(Opcodes.ACC_STATIC, "get$" + f.name, "(L" + owner + ";)" + f.desc);
    }

    private MethodNode setter(FieldNode f) {
        return method(Opcodes.ACC_STATIC, "set$" + f.name, "(L" + owner + ";" + f.desc + ")V");
    }

    private MethodNode method(int access, String name, String descriptor) {
        MethodNode m = new MethodNode(Opcodes.ACC_PUBLIC | access, name, descriptor, null, null);
        node.methods.add(m);
        return m;
    }

    private static String state(FieldNode f) {
        return f.name + "$state";
    }
}
