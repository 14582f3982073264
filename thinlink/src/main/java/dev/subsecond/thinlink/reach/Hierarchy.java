package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** The classes of the running program: who is below whom, who declares what, and which calls a method answers. */
final class Hierarchy {

    /** The static type of a call decides for methods like these. */
    private static final int NOT_VIRTUAL = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

    private final ImageIndex image;
    private final RunningCode code;
    private final Map<String, Set<String>> supertypes = new HashMap<>();
    private final Map<String, List<String>> newSubtypes = new HashMap<>();

    Hierarchy(ImageIndex image, RunningCode code) {
        this.image = image;
        this.code = code;
        for (String name : code.patched()) {
            if (!image.has(name)) {
                direct(name)
                        .forEach(t -> newSubtypes
                                .computeIfAbsent(t, x -> new ArrayList<>())
                                .add(name));
            }
        }
    }

    /**
     * The classes that run {@code method} of {@code owner} when it is called on them.
     *
     * @param access its flags
     */
    Set<String> receivers(String owner, Key method, int access) {
        if ((access & Opcodes.ACC_PRIVATE) != 0 || method.name().equals(Names.CONSTRUCTOR)) {
            return Set.of(owner);
        }
        Set<String> found = closure(owner, this::subtypes);
        found.removeIf(type -> !type.equals(owner) && hasOther(type, owner, method));
        found.add(owner);
        return found;
    }

    /** The classes that a virtual call can name if it is to find one of {@code receivers}. */
    Set<String> named(Set<String> receivers) {
        Set<String> found = new HashSet<>(receivers);
        receivers.forEach(type -> found.addAll(supertypes(type)));
        return found;
    }

    static boolean isVirtual(Key method, int access) {
        return (access & NOT_VIRTUAL) == 0 && !method.name().equals(Names.CONSTRUCTOR);
    }

    /** The flags of a method that a class of the program declares; null if it does not. */
    @Nullable
    Integer declared(String owner, Key method) {
        if (code.patched().contains(owner)) {
            RunningMethod m = code.running(owner).methods().get(method);
            return m == null ? null : m.node().access;
        }
        return image.has(owner) ? image.declared(owner).get(method) : null;
    }

    /** Whether {@code type} has a method that goes before that of {@code owner} (JVMS 5.4.6). */
    private boolean hasOther(String type, String owner, Key method) {
        Set<String> above = new LinkedHashSet<>(supertypes(type));
        above.add(type);
        for (String other : above) {
            Integer access = other.equals(owner) ? null : declared(other, method);
            if (access != null && (access & Opcodes.ACC_PRIVATE) == 0) {
                boolean isNearer = supertypes(other).contains(owner);
                boolean isClassBeforeInterface = isInterface(owner) && !isInterface(other);
                if (isNearer || isClassBeforeInterface) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isInterface(String name) {
        return code.patched().contains(name)
                ? code.running(name).loaded().isInterface()
                : image.has(name) && image.isInterface(name);
    }

    private Set<String> supertypes(String name) {
        Set<String> known = supertypes.get(name);
        if (known == null) {
            known = closure(name, this::direct);
            supertypes.put(name, known);
        }
        return known;
    }

    private List<String> subtypes(String name) {
        List<String> all = new ArrayList<>(image.subtypes(name));
        all.addAll(newSubtypes.getOrDefault(name, List.of()));
        return all;
    }

    private List<String> direct(String name) {
        if (image.has(name)) {
            return image.supertypes(name);
        }
        return code.patched().contains(name)
                ? direct(code.running(name).loaded())
                : code.library(name).map(Hierarchy::direct).orElse(List.of());
    }

    private static List<String> direct(ClassFile c) {
        ClassNode node = c.node();
        List<String> all = new ArrayList<>(node.interfaces);
        if (node.superName != null) {
            all.add(node.superName);
        }
        return all;
    }

    private static Set<String> closure(String start, Function<String, List<String>> next) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(next.apply(start));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (found.add(name)) {
                open.addAll(next.apply(name));
            }
        }
        return found;
    }
}
