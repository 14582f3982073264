package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.diff.RunningMethod;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Who calls whom, by name and descriptor: for a call that may be dispatched, the class named says little. */
final class Calls {

    private Calls() {}

    /** Whether the body of {@code caller}, or a lambda in it, calls or refers to a method like {@code callee}. */
    static boolean has(RunningMethod caller, MethodNode callee) {
        return Stream.concat(
                        Stream.of(caller.node()),
                        Lambda.createdBy(caller.source(), caller.node()).stream()
                                .map(Lambda::body))
                .anyMatch(body -> names(body, callee));
    }

    private static boolean names(MethodNode body, MethodNode callee) {
        for (AbstractInsnNode i : body.instructions) {
            boolean calls = i instanceof MethodInsnNode m && m.name.equals(callee.name) && m.desc.equals(callee.desc);
            boolean refers = i instanceof InvokeDynamicInsnNode d
                    && Lambda.implementation(d)
                            .filter(h -> h.getName().equals(callee.name)
                                    && h.getDesc().equals(callee.desc))
                            .isPresent();
            if (calls || refers) {
                return true;
            }
        }
        return false;
    }
}
