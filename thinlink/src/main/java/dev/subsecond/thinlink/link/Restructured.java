package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the members that came or went with a save: code elsewhere may now mean another member by the same words. */
final class Restructured {

    private Restructured() {}

    /**
     * Their names.
     *
     * @param previous the saved classes as they were before the save
     */
    static Set<String> names(Program program, List<Change> changes, Collection<ClassFile> previous) {
        Set<String> names = new HashSet<>();
        previous.forEach(
                before -> program.newest(before.name()).ifPresent(after -> names.addAll(fieldsOfOne(before, after))));
        changes.forEach(change -> addMethod(change, names));
        return names;
    }

    /** Fields are compared with the version before: one that a patch adds stays there when it goes, and is found when it is back. */
    private static Set<String> fieldsOfOne(ClassFile before, ClassFile after) {
        Set<Key> fields = new HashSet<>();
        before.node().fields.forEach(f -> fields.add(Key.of(f)));
        for (FieldNode f : after.node().fields) {
            if (!fields.remove(Key.of(f))) {
                fields.add(Key.of(f));
            }
        }
        Set<String> names = new HashSet<>();
        fields.forEach(f -> names.add(f.name()));
        return names;
    }

    private static void addMethod(Change change, Set<String> names) {
        if (change instanceof Change.Method m && m.running() == null && !isConstructor(m.node())) {
            names.add(m.node().name);
        } else if (change instanceof Change.AbstractMethod m) {
            names.add(m.node().name);
        } else if (change instanceof Change.RemovedMethod m
                && !isConstructor(m.running().node())) {
            names.add(m.running().node().name);
        } else if (change instanceof Change.RemovedOverride m) {
            names.add(m.running().node().name);
        }
    }

    /** Code that makes objects names their class, and is found by that. */
    private static boolean isConstructor(MethodNode m) {
        return m.name.equals(Names.CONSTRUCTOR);
    }
}
