package dev.subsecond.thinlink.reach;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the hot functions that lead to a piece of code, while one state of the program runs. */
final class Reach {

    /** Called code that is still to be led back to its callers. */
    private record Callee(Unit unit, int access) {}

    private final CallGraph graph;

    Reach(ImageIndex image, RunningCode code, MarkedMethods marked) {
        this.graph = new CallGraph(image, code, marked);
    }

    /**
     * The hot functions that lead to {@code unit} with no other hot function in between; itself if it is one. Each call that is
     * met is followed back once, however many methods answer it.
     *
     * @param access its access flags
     */
    Set<Unit> hotFunctions(Unit unit, int access) {
        if (graph.isHot(unit)) {
            return Set.of(unit);
        }
        Set<Unit> found = new HashSet<>();
        Set<Unit> seen = new HashSet<>(Set.of(unit));
        Set<Call> followed = new HashSet<>();
        Deque<Callee> open = new ArrayDeque<>(List.of(new Callee(unit, access)));
        while (!open.isEmpty()) {
            Callee callee = open.pop();
            for (Call call : graph.calls(callee.unit(), callee.access())) {
                if (followed.add(call)) {
                    graph.callers(call).stream().filter(seen::add).forEach(caller -> follow(caller, found, open));
                }
            }
        }
        return found;
    }

    private void follow(Unit caller, Set<Unit> found, Deque<Callee> open) {
        if (graph.isHot(caller)) {
            found.add(caller);
        } else if (!graph.isStub(caller)) {
            Integer access = graph.access(caller);
            if (access != null) {
                open.push(new Callee(caller, access));
            }
        }
    }
}
