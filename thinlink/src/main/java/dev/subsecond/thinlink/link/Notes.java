package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Lambda;
import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which part of the world keeps the old view of a change that is live. */
final class Notes {

    private static final String SERIALISABLE_LAMBDA =
            "serialised lambdas that the new code makes cannot be read back until the next start";

    private Notes() {}

    static List<String> of(Change change, Selected selected) {
        boolean serialises = change instanceof Change.Method m
                && Stream.concat(
                                Stream.of(m.node()),
                                Lambda.createdBy(m.owner(), m.node()).stream().map(Lambda::body))
                        .anyMatch(Notes::makesSerialisableLambda);
        List<String> notes = new ArrayList<>(selected.notes(change));
        if (serialises) {
            notes.add(SERIALISABLE_LAMBDA);
        }
        return notes;
    }

    /** {@code altMetafactory} with the flag {@code FLAG_SERIALIZABLE}, its fourth argument. */
    private static boolean makesSerialisableLambda(MethodNode body) {
        for (AbstractInsnNode i : body.instructions) {
            if (i instanceof InvokeDynamicInsnNode d
                    && d.bsm.getName().equals("altMetafactory")
                    && ((Integer) d.bsmArgs[3] & LambdaMetafactory.FLAG_SERIALIZABLE) != 0) {
                return true;
            }
        }
        return false;
    }
}
