package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the hot functions that lead to a piece of code, while one state of the program runs. */
final class Reach {

    /** Called code that is still to be led back to its callers. */
    private record Callee(Unit unit, int access) {}

    private final ImageIndex image;
    private final MarkedMethods marked;
    private final Hierarchy hierarchy;
    private final Map<String, ClassCalls> patched = new HashMap<>();

    Reach(ImageIndex image, RunningCode code, MarkedMethods marked) {
        this.image = image;
        this.marked = marked;
        this.hierarchy = new Hierarchy(image, code);
        code.patched().forEach(name -> patched.put(name, ClassCalls.of(code.running(name))));
    }

    /**
     * The hot functions that lead to {@code unit} with no other hot function in between; itself if it is one. Each call that is
     * met is followed back once, however many methods answer it.
     *
     * @param access its access flags
     */
    Set<Unit> hotFunctions(Unit unit, int access) {
        if (isHot(unit)) {
            return Set.of(unit);
        }
        Set<Unit> found = new HashSet<>();
        Set<Unit> seen = new HashSet<>(Set.of(unit));
        Set<Call> followed = new HashSet<>();
        Deque<Callee> open = new ArrayDeque<>(List.of(new Callee(unit, access)));
        while (!open.isEmpty()) {
            for (Call call : calls(open.pop())) {
                if (followed.add(call)) {
                    callers(call).stream().filter(seen::add).forEach(caller -> follow(caller, found, open));
                }
            }
        }
        return found;
    }

    private void follow(Unit caller, Set<Unit> found, Deque<Callee> open) {
        if (isHot(caller)) {
            found.add(caller);
        } else if (!marked.isStub(caller.owner())) {
            Integer access = hierarchy.declared(caller.owner(), caller.key());
            if (access != null) {
                open.push(new Callee(caller, access));
            }
        }
    }

    private boolean isHot(Unit unit) {
        return unit.isClosure() || marked.isHot(unit.owner(), unit.key());
    }

    /** The calls that {@code callee} answers. */
    private List<Call> calls(Callee callee) {
        Key method = callee.unit().key();
        Set<String> receivers = hierarchy.receivers(callee.unit().owner(), method, callee.access());
        Set<String> named = Hierarchy.isVirtual(method, callee.access()) ? hierarchy.named(receivers) : receivers;
        List<Call> calls = new ArrayList<>();
        named.forEach(owner -> calls.add(new Call(owner, method, true)));
        receivers.forEach(owner -> calls.add(new Call(owner, method, false)));
        return calls;
    }

    private List<Unit> callers(Call call) {
        List<Unit> found = new ArrayList<>();
        patched.values().forEach(c -> found.addAll(c.callers(call)));
        for (Unit caller : image.callers(call)) {
            if (!patched.containsKey(caller.owner())) {
                found.add(caller);
            }
        }
        return found;
    }
}
