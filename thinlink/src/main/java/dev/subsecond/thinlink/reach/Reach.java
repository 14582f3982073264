package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds the hot functions that lead to a piece of code, while one state of the program runs. */
final class Reach {

    private final ImageIndex image;
    private final MarkedMethods marked;
    private final Hierarchy hierarchy;
    private final Map<String, ClassCalls> patched = new HashMap<>();
    private final Map<Unit, Set<Unit>> callers = new HashMap<>();

    Reach(ImageIndex image, RunningCode code, MarkedMethods marked) {
        this.image = image;
        this.marked = marked;
        this.hierarchy = new Hierarchy(image, code);
        code.patched().forEach(name -> patched.put(name, ClassCalls.of(code.running(name))));
    }

    /**
     * The hot functions that lead to {@code unit} with no other hot function in between; itself if it is one.
     *
     * @param access its access flags
     */
    Set<Unit> hotFunctions(Unit unit, int access) {
        if (isHot(unit)) {
            return Set.of(unit);
        }
        Set<Unit> found = new HashSet<>();
        Set<Unit> seen = new HashSet<>(Set.of(unit));
        Deque<Unit> open = new ArrayDeque<>(callers(unit, access));
        while (!open.isEmpty()) {
            Unit caller = open.pop();
            if (!seen.add(caller)) {
                continue;
            }
            if (isHot(caller)) {
                found.add(caller);
            } else if (!marked.isStub(caller.owner())) {
                open.addAll(callers(caller));
            }
        }
        return found;
    }

    private boolean isHot(Unit unit) {
        return unit.isClosure() || marked.isHot(unit.owner(), unit.key());
    }

    private Set<Unit> callers(Unit unit) {
        Integer access = hierarchy.declared(unit.owner(), unit.key());
        return access == null ? Set.of() : callers(unit, access);
    }

    private Set<Unit> callers(Unit unit, int access) {
        Set<Unit> known = callers.get(unit);
        if (known == null) {
            known = find(unit.owner(), unit.key(), access);
            callers.put(unit, known);
        }
        return known;
    }

    private Set<Unit> find(String owner, Key method, int access) {
        Set<String> receivers = hierarchy.receivers(owner, method, access);
        Set<String> named = Hierarchy.isVirtual(method, access) ? hierarchy.named(receivers) : receivers;
        Set<Unit> found = new HashSet<>();
        for (ClassCalls calls : mentioning(owner, method)) {
            for (ClassCalls.Site site : calls.of(method)) {
                if ((site.call().isVirtual() ? named : receivers)
                        .contains(site.call().owner())) {
                    found.add(site.caller());
                }
            }
        }
        return found;
    }

    private Set<ClassCalls> mentioning(String owner, Key method) {
        Set<ClassCalls> found = new HashSet<>(patched.values());
        for (String name : image.mentioning(owner, method)) {
            if (!patched.containsKey(name)) {
                found.add(image.calls(name));
            }
        }
        return found;
    }
}
