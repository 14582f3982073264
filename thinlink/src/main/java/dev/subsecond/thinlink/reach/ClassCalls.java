package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Entry;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningLambda;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Who in one class makes which call. */
final class ClassCalls {

    private final Map<Call, Set<Unit>> callers = new HashMap<>();

    private ClassCalls() {}

    /** The calls of a class as its class file has it. */
    static ClassCalls of(ClassFile c) {
        ClassCalls calls = new ClassCalls();
        for (MethodNode m : c.methods()) {
            if (RunningClass.isComparedByName(m)) {
                calls.method(c.name(), c, m);
                Lambda.createdBy(c, m).stream()
                        .filter(Lambda::isHot)
                        .forEach(l -> calls.unit(Unit.closure(Entry.of(c.name(), l.body())), c, l.body()));
            }
        }
        return calls;
    }

    /** The calls of a class as it runs. */
    static ClassCalls of(RunningClass c) {
        ClassCalls calls = new ClassCalls();
        for (RunningMethod m : c.methods().values()) {
            calls.method(c.loaded().name(), m.source(), m.node());
            for (RunningLambda l : m.lambdas()) {
                if (l.hot() && !l.entries().isEmpty()) {
                    calls.unit(Unit.closure(l.first()), l.source(), l.body());
                }
            }
        }
        return calls;
    }

    /** Who makes {@code call}. */
    Set<Unit> callers(Call call) {
        return callers.getOrDefault(call, Set.of());
    }

    private void method(String owner, ClassFile source, MethodNode m) {
        if (!m.name.equals(Names.STATIC_INITIALISER)) {
            unit(Unit.method(owner, Key.of(m)), source, m);
        }
    }

    private void unit(Unit unit, ClassFile source, MethodNode body) {
        calls(unit, source, body);
        Lambda.withinFunction(source, body).forEach(l -> calls(unit, source, l.body()));
    }

    private void calls(Unit unit, ClassFile source, MethodNode body) {
        for (AbstractInsnNode i : body.instructions) {
            if (i instanceof MethodInsnNode m) {
                boolean isVirtual = m.getOpcode() == Opcodes.INVOKEVIRTUAL || m.getOpcode() == Opcodes.INVOKEINTERFACE;
                add(unit, new Call(m.owner, new Key(m.name, m.desc), isVirtual));
            } else if (i instanceof InvokeDynamicInsnNode d
                    && Lambda.of(source, d).isEmpty()
                    && !Lambda.isHot(d.desc)) {
                references(unit, d);
            }
        }
    }

    private void references(Unit unit, InvokeDynamicInsnNode d) {
        for (Object argument : d.bsmArgs) {
            if (argument instanceof Handle h && h.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                boolean isVirtual = h.getTag() == Opcodes.H_INVOKEVIRTUAL || h.getTag() == Opcodes.H_INVOKEINTERFACE;
                add(unit, new Call(h.getOwner(), new Key(h.getName(), h.getDesc()), isVirtual));
            }
        }
    }

    private void add(Unit unit, Call call) {
        callers.computeIfAbsent(call, x -> new HashSet<>()).add(unit);
    }
}
