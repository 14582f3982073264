package dev.subsecond.thinlink.prepare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Where the part of a constructor starts that a patch can replace: after its call of {@code super(..)} or {@code
 * this(..)}, when the object exists and the parameters still are what the caller passed.
 *
 * @param lastInstruction the call after which it starts; null if there is a problem
 * @param problem why there is no such place; null if there is one
 */
record ConstructorStart(
        @Nullable AbstractInsnNode lastInstruction,
        @Nullable String problem) {

    private static final String NO_CALL = "it has no single call of super(..) or this(..) to place an entry after";
    private static final String STORES =
            "it assigns local variables before super(..) or this(..), which an entry cannot keep";
    private static final String STACK = "its call of super(..) or this(..) is part of a larger expression";

    static ConstructorStart of(String owner, MethodNode method) {
        Frame<SourceValue>[] frames = analyze(owner, method);
        List<AbstractInsnNode> calls = initialisingCalls(method, frames);
        if (calls.size() != 1) {
            return new ConstructorStart(null, NO_CALL);
        }
        AbstractInsnNode call = calls.get(0);
        if (storesBefore(call)) {
            return new ConstructorStart(null, STORES);
        }
        boolean emptyAfter = frames[method.instructions.indexOf(call)].getStackSize() == operands(call);
        return emptyAfter ? new ConstructorStart(call, null) : new ConstructorStart(null, STACK);
    }

    private static Frame<SourceValue>[] analyze(String owner, MethodNode method) {
        try {
            return new Analyzer<>(new SourceInterpreter()).analyze(owner, method);
        } catch (AnalyzerException e) {
            throw new IllegalArgumentException("invalid code in " + owner + "." + method.name + method.desc, e);
        }
    }

    private static List<AbstractInsnNode> initialisingCalls(MethodNode method, Frame<SourceValue>[] frames) {
        List<AbstractInsnNode> calls = new ArrayList<>();
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof MethodInsnNode call && call.name.equals("<init>")) {
                Frame<SourceValue> frame = frames[method.instructions.indexOf(node)];
                if (frame != null && receiverIsThis(call, frame)) {
                    calls.add(call);
                }
            }
        }
        return calls;
    }

    private static boolean receiverIsThis(MethodInsnNode call, Frame<SourceValue> frame) {
        SourceValue receiver = frame.getStack(frame.getStackSize() - operands(call));
        return receiver.insns.stream().anyMatch(source -> source instanceof VarInsnNode load && load.var == 0);
    }

    private static boolean storesBefore(AbstractInsnNode call) {
        for (AbstractInsnNode node = call.getPrevious(); node != null; node = node.getPrevious()) {
            boolean isStore = node.getOpcode() >= Opcodes.ISTORE && node.getOpcode() <= Opcodes.ASTORE;
            if (isStore || node instanceof IincInsnNode) {
                return true;
            }
        }
        return false;
    }

    /** Values that the call takes from the stack, the receiver included. */
    private static int operands(AbstractInsnNode call) {
        return Type.getArgumentTypes(((MethodInsnNode) call).desc).length + 1;
    }
}
