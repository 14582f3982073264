package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells which anonymous or local class of the newest sources is which running one, as {@link LambdaMatch} does for lambdas:
 * by equal content first, then, where one of a shape is left on either side, that one; never by number alone. A class whose
 * object is made for a field is the one that the field had before.
 */
public final class NestedMatch {

    private static final int KIND =
            Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD | Opcodes.ACC_ABSTRACT;

    /** What a class is known by. */
    private record Known(String name, String content, String shape, String field) {

        private String what() {
            return field + "\n" + content;
        }

        private String like() {
            return field + "\n" + shape;
        }
    }

    private final List<Known> running;
    private final List<Known> newest;
    private final Map<String, String> matched = new HashMap<>();
    private final Set<String> found = new HashSet<>();

    private NestedMatch(List<Known> running, List<Known> newest) {
        this.running = running;
        this.newest = newest;
    }

    /**
     * Classes that stand in one class, on one side of the comparison.
     *
     * @param around the class around them
     * @param names their names in the code of {@code around}, in the order of their numbers
     * @param classes the classes, with the names in them that their surroundings run by, in the same order
     */
    public record Side(ClassFile around, List<String> names, List<ClassFile> classes, SwitchMaps switchMaps) {

        private List<Known> known() {
            Map<String, String> fields = InitialisedFields.of(around);
            List<Known> all = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                ClassFile c = classes.get(i);
                String field = c.node().outerMethod == null ? fields.getOrDefault(names.get(i), "") : "";
                all.add(new Known(names.get(i), content(c, switchMaps), shape(c), field));
            }
            return all;
        }
    }

    /**
     * Matches local and anonymous classes that stand in one class.
     *
     * @return from the newest name to the running name, for each that has a counterpart
     */
    public static Map<String, String> match(Side running, Side newest) {
        NestedMatch match = new NestedMatch(running.known(), newest.known());
        match.equal(Known::what);
        match.equal(Known::content);
        match.leaveTwins();
        match.only(Known::like);
        return match.matched;
    }

    /** Those with the same key are taken in their order: they are as good as one another. */
    private void equal(Function<Known, String> key) {
        for (Known n : List.copyOf(newest)) {
            running.stream()
                    .filter(r -> key.apply(r).equals(key.apply(n)))
                    .findFirst()
                    .ifPresent(r -> take(r, n));
        }
    }

    /** A twin of one that was found: which of the two was edited cannot be told. */
    private void leaveTwins() {
        running.removeIf(r -> found.contains(r.what()));
    }

    /** Those that alone have a key. */
    private void only(Function<Known, String> key) {
        Map<String, List<Known>> old = running.stream().collect(Collectors.groupingBy(key));
        newest.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .forEach((k, fresh) -> {
                    List<Known> before = old.getOrDefault(k, List.of());
                    if (before.size() == 1 && fresh.size() == 1) {
                        take(before.get(0), fresh.get(0));
                    }
                });
    }

    private void take(Known r, Known n) {
        running.remove(r);
        newest.remove(n);
        found.add(r.what());
        matched.put(n.name(), r.name());
    }

    /**
     * Kind, supertypes, the method it stands in, what it captures, and its own name if it has one. The type arguments of the
     * supertypes count, since a class is often made for nothing else than to be asked for them: {@code new TypeToken<List<String>>() {}}.
     */
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
                String.valueOf(c.node().signature),
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
