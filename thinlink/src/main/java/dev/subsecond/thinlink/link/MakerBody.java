package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.ConstructorParts;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Names;
import java.util.List;
import java.util.ListIterator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Turns a linked copy of a constructor into its maker. Where the constructor has {@code this}, the maker has the seed until
 * {@code super(..)} or {@code this(..)}, and from then on the object.
 */
final class MakerBody {

    private static final String OBJECT = "java/lang/Object";

    private final MakerLinker makers;
    private final Program program;
    private final PatchBuilder patch;
    private final ClassFile owner;
    private final MethodNode constructor;
    private final MethodNode moved;
    private final boolean writesBefore;

    /** @param moved the copy, whose references are linked, save the call that initialises {@code this} */
    MakerBody(
            MakerLinker makers,
            Program program,
            PatchBuilder patch,
            ClassFile owner,
            MethodNode constructor,
            MethodNode moved) {
        this.makers = makers;
        this.program = program;
        this.patch = patch;
        this.owner = owner;
        this.constructor = constructor;
        this.moved = moved;
        this.writesBefore = writesBefore(owner, constructor);
    }

    /** @param begin what has to be done as soon as the object is there, unless another constructor of the class does it */
    void complete(InsnList begin, BodyLinker linker) throws RefusedException {
        ConstructorParts parts = ConstructorParts.of(owner.name(), moved);
        MethodInsnNode call = (MethodInsnNode) parts.head().get(parts.head().size() - 1);
        InsnList instead = object(call, linker);
        instead.add(new TypeInsnNode(Opcodes.CHECKCAST, owner.name()));
        instead.add(new VarInsnNode(Opcodes.ASTORE, 0));
        if (!parts.callsThis()) {
            instead.add(begin);
        }
        moved.instructions.insert(call, instead);
        moved.instructions.remove(call);
        returnTheObject();
        fitFrames();
        if (writesBefore) {
            allocateFirst();
        }
    }

    /** Calls that take the seed and the arguments of {@code call} from the stack, and leave the object there. */
    private InsnList object(MethodInsnNode call, BodyLinker linker) throws RefusedException {
        InsnList code = new InsnList();
        if (owner.is(Opcodes.ACC_RECORD) && !program.makers().isNeeded(call.owner, call.desc)) {
            // Only the loaded constructor can set the fields of a record; a record has no subclass.
            code.add(linker.callOfLoaded(call));
        } else if (program.isOwn(call.owner)) {
            String id = makers.require(call.owner, call.desc);
            code.add(Instructions.throughFunction(
                    "make", Makers.descriptor(Type.getObjectType(call.owner).getDescriptor(), call.desc), id));
        } else {
            code.add(allocate(call.owner, call.desc));
        }
        return code;
    }

    private AbstractInsnNode allocate(String superclass, String descriptor) {
        HandleRef handle = new HandleRef(
                HandleKind.ALLOCATE, owner.binaryName(), Names.binary(superclass), Names.CONSTRUCTOR, descriptor);
        return Instructions.throughHandle(handle, patch.sequence(), patch.handle(handle));
    }

    private void returnTheObject() {
        for (AbstractInsnNode i : moved.instructions.toArray()) {
            if (i.getOpcode() == Opcodes.RETURN) {
                moved.instructions.insertBefore(i, new VarInsnNode(Opcodes.ALOAD, 0));
                moved.instructions.set(i, new InsnNode(Opcodes.ARETURN));
            }
        }
    }

    private void fitFrames() {
        String before = writesBefore ? owner.name() : OBJECT;
        for (AbstractInsnNode i : moved.instructions) {
            if (i instanceof FrameNode f) {
                replaceThis(f.local, before);
                replaceThis(f.stack, before);
            }
        }
    }

    private static void replaceThis(List<Object> types, String type) {
        for (ListIterator<Object> i = types.listIterator(); i.hasNext(); ) {
            if (i.next() == Opcodes.UNINITIALIZED_THIS) {
                i.set(type);
            }
        }
    }

    /**
     * Inner classes, and constructors since Java 25, assign fields before {@code super(..)}. The object has to be there for
     * that, which it can only be if no constructor of a library has to make it with arguments that come later.
     */
    private void allocateFirst() throws RefusedException {
        String library = librarySuperclass();
        if (!library.equals(OBJECT) && program.follows(LinkRule.WRITES_BEFORE_SUPER)) {
            throw new RefusedException(
                    Refusal.SUPER_ARGUMENTS, Names.readableMethod(owner.name(), constructor.name, constructor.desc));
        }
        InsnList first = new InsnList();
        first.add(new VarInsnNode(Opcodes.ALOAD, 0));
        first.add(allocate(OBJECT, "()V"));
        first.add(new TypeInsnNode(Opcodes.CHECKCAST, owner.name()));
        first.add(new VarInsnNode(Opcodes.ASTORE, 0));
        moved.instructions.insert(first);
    }

    private String librarySuperclass() {
        return Members.supertypes(program::newest, owner).stream()
                .filter(type -> !program.isOwn(type))
                .findFirst()
                .orElse(OBJECT);
    }

    private static boolean writesBefore(ClassFile owner, MethodNode constructor) {
        Frame<SourceValue>[] frames;
        try {
            frames = new Analyzer<>(new SourceInterpreter()).analyze(owner.name(), constructor);
        } catch (AnalyzerException e) {
            throw new IllegalArgumentException(owner.binaryName() + " is malformed", e);
        }
        for (AbstractInsnNode i : ConstructorParts.of(owner.name(), constructor).head()) {
            if (i.getOpcode() == Opcodes.PUTFIELD && i instanceof FieldInsnNode f) {
                Frame<SourceValue> frame = frames[constructor.instructions.indexOf(f)];
                SourceValue object = frame.getStack(frame.getStackSize() - 2);
                if (object.insns.stream().anyMatch(s -> s instanceof VarInsnNode v && v.var == 0)) {
                    return true;
                }
            }
        }
        return false;
    }
}
