package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.model.Names;
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

    private static final String LIBRARY_CALLERS =
            "calls from libraries still run %s until the next start; calls from the program run the new method";

    private Notes() {}

    static List<String> of(Program program, Change change) {
        List<String> notes = new ArrayList<>(ofLambdas(change));
        if (change instanceof Change.Method m && Families.isVirtual(m.node())) {
            new Overrides(program, Additions.expected(program))
                    .unaware(m.owner(), Key.of(m.node())).stream()
                            .map(u -> String.format(
                                    LIBRARY_CALLERS,
                                    Names.readableMethod(u.owner().name(), u.method().name, u.method().desc)))
                            .forEach(notes::add);
        }
        return notes;
    }

    private static List<String> ofLambdas(Change change) {
        boolean serialises = change instanceof Change.Method m
                && Stream.concat(
                                Stream.of(m.node()),
                                Lambda.createdBy(m.owner(), m.node()).stream().map(Lambda::body))
                        .anyMatch(Notes::makesSerialisableLambda);
        return serialises ? List.of(SERIALISABLE_LAMBDA) : List.of();
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
