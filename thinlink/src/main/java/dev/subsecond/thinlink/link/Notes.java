package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Which part of the world keeps the old view of a change that is live. */
final class Notes {

    private static final String SERIALISABLE_LAMBDA =
            "serialised lambdas that the new code makes cannot be read back until the next start";

    private static final String OTHER_CLASS =
            "what it makes now is of another anonymous or local class; objects that it made before keep their code";

    private static final String MADE_AS_BEFORE =
            "objects that libraries or reflection make are made by the constructor that the program was started with";

    private static final String NOT_FOUND = "reflection and libraries do not find it until the next start";

    private Notes() {}

    static List<String> of(Program program, Change change, Selected selected) {
        List<String> notes = new ArrayList<>();
        if (change instanceof Change.Method m && m.running() != null && replacesClass(program, m, m.running())) {
            notes.add(OTHER_CLASS);
        }
        if (change instanceof Change.Method m
                && program.makers().isNeeded(m.owner().name(), m.node().desc)
                && m.node().name.equals(Names.CONSTRUCTOR)) {
            boolean isLoaded = program.runningClass(m.owner().name()).hasLoaded(Key.of(m.node()));
            notes.add(isLoaded ? MADE_AS_BEFORE : NOT_FOUND);
        }
        notes.addAll(ofLambdas(change));
        notes.addAll(selected.notes(change));
        return notes;
    }

    /** Whether it no longer makes objects of one class without a lasting name, but of a new one. */
    private static boolean replacesClass(Program program, Change.Method change, RunningMethod before) {
        Set<String> made = made(before.source(), before.node());
        Set<String> makes = made(change.owner(), change.node());
        return made.stream().anyMatch(c -> !makes.contains(c) && program.hasRunning(c) && isNameless(program, c))
                && makes.stream().anyMatch(c -> !program.hasRunning(c) && isNameless(program, c));
    }

    private static boolean isNameless(Program program, String name) {
        return program.newest(name).filter(ClassFile::isLocalOrAnonymous).isPresent();
    }

    private static Set<String> made(ClassFile source, MethodNode m) {
        return Stream.concat(Stream.of(m), Lambda.createdBy(source, m).stream().map(Lambda::body))
                .flatMap(body -> Arrays.stream(body.instructions.toArray()))
                .filter(i -> i.getOpcode() == Opcodes.NEW)
                .map(i -> ((TypeInsnNode) i).desc)
                .collect(Collectors.toSet());
    }

    private static List<String> ofLambdas(Change change) {
        boolean serialises = change instanceof Change.Method m
                && Stream.concat(
                                Stream.of(m.node()),
                                Lambda.createdBy(m.owner(), m.node()).stream().map(Lambda::body))
                        .anyMatch(Notes::makesSerialisableLambda);
        List<String> notes = new ArrayList<>();
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
