package dev.subsecond.thinlink.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;

/** Gives single methods of a patch class an entry of their own, so that later patches can redirect them. */
public final class EntryGuard {

    private static final String NOT_ASKED_FOR = "only the lambdas of a patch class need an entry";

    private EntryGuard() {}

    /**
     * Puts a guard in front of each of {@code methods}.
     *
     * @param owner the class, with expanded frames; modified
     * @param methods names of the methods
     */
    public static void addTo(ClassNode owner, Set<String> methods) {
        Map<String, String> left = new HashMap<>();
        owner.methods.stream()
                .filter(m -> !methods.contains(m.name))
                .forEach(m -> left.put(m.name + m.desc, NOT_ASKED_FOR));
        List<Unguarded> ignored = new ArrayList<>();
        new Guards(owner, left).addAll(ignored);
    }
}
