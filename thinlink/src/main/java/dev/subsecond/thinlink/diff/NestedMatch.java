package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells which anonymous or local class of the newest sources is which running one, as {@link LambdaMatch} does for lambdas:
 * by equal content first, then, where one of a shape is left on either side, that one; never by number alone.
 */
public final class NestedMatch {

    private static final int KIND =
            Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD | Opcodes.ACC_ABSTRACT;

    private NestedMatch() {}

    /**
     * Matches the classes that stand in one class.
     *
     * @param running local and anonymous classes that run, in the order of their numbers
     * @param newest those of the newest sources, by the compiler's names, with the names in them that their surroundings run by
     * @return from the newest name to the running name, for each that has a counterpart
     */
    public static Map<String, String> match(
            List<ClassFile> running,
            SwitchMaps runningMaps,
            SortedMap<String, ClassFile> newest,
            SwitchMaps newestMaps) {
        Map<String, String> matched = new HashMap<>();
        List<ClassFile> left = new ArrayList<>(running);
        newest.forEach((name, c) -> {
            String content = content(c, newestMaps);
            left.stream()
                    .filter(r -> content(r, runningMaps).equals(content))
                    .findFirst()
                    .ifPresent(r -> {
                        left.remove(r);
                        matched.put(name, r.name());
                    });
        });
        Map<String, List<ClassFile>> leftByShape = left.stream()
                .collect(Collectors.groupingBy(NestedMatch::shape, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<String>> newestByShape = newest.entrySet().stream()
                .filter(c -> !matched.containsKey(c.getKey()))
                .collect(Collectors.groupingBy(
                        c -> shape(c.getValue()),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        newestByShape.forEach((shape, fresh) -> {
            List<ClassFile> old = leftByShape.getOrDefault(shape, List.of());
            if (old.size() == 1 && fresh.size() == 1) {
                matched.put(fresh.get(0), old.get(0).name());
            }
        });
        return matched;
    }

    /** Kind, supertypes, the method it stands in, what it captures, and its own name if it has one. */
    private static String shape(ClassFile c) {
        String captured = c.node().fields.stream()
                .filter(f -> (f.access & Opcodes.ACC_SYNTHETIC) != 0)
                .map(f -> f.name + f.desc)
                .collect(Collectors.joining(","));
        return String.join(
                " ",
                Integer.toHexString(c.node().access & KIND),
                String.valueOf(c.node().superName),
                c.node().interfaces.toString(),
                method(c),
                captured,
                c.simpleName().orElse(""));
    }

    /** The method around the class. Before Java 24 a class in a lambda names the lambda's, whose number shifts. */
    private static String method(ClassFile c) {
        String name = String.valueOf(c.node().outerMethod);
        return name.startsWith("lambda$") ? name.replaceFirst("\\$[0-9]+$", "") : name;
    }

    private static String content(ClassFile c, SwitchMaps maps) {
        StringBuilder text = new StringBuilder(shape(c)).append(descriptor(c));
        for (FieldNode f : c.node().fields) {
            text.append('\n').append(f.access).append(f.name).append(f.desc).append(f.value);
        }
        for (MethodNode m : c.methods()) {
            if (RunningClass.isComparedByName(m)) {
                text.append('\n').append(m.name).append(m.desc).append(NormalForm.of(c, m, maps));
            }
        }
        return text.toString().replace(c.name(), "<self>");
    }

    private static String descriptor(ClassFile c) {
        return method(c).startsWith("lambda$") ? "" : String.valueOf(c.node().outerMethodDesc);
    }
}
