package dev.subsecond.thinlink.reach;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The paths by which the entries of an image without guards, its hot functions, lead to certain code. A path is cut at every
 * hot function and at what is barred.
 */
public final class Paths {

    private final CallGraph graph;
    private final Predicate<Unit> isEntry;
    private final Predicate<Unit> isBarred;
    private final Map<Unit, Set<Unit>> callers = new HashMap<>();
    private final Map<Unit, Set<Unit>> callees = new HashMap<>();
    private final Set<Unit> targets = new HashSet<>();
    private final Set<Unit> entries = new LinkedHashSet<>();
    private final Set<Unit> leading = new HashSet<>();
    private final Set<Unit> reached = new HashSet<>();

    /**
     * Paths in one state of the program.
     *
     * @param onPatch whether the runtime calls a method, as it does those with {@code @OnPatch}
     * @param isBarred what no path may lead through
     */
    public Paths(
            ImageIndex image,
            RunningCode code,
            MarkedMethods marked,
            Predicate<Unit> onPatch,
            Predicate<Unit> isBarred) {
        this.graph = new CallGraph(image, code, marked);
        this.isEntry = unit -> graph.isHot(unit) || onPatch.test(unit);
        this.isBarred = isBarred;
    }

    /**
     * Finds the paths to {@code targets}.
     *
     * @param targets code and its access flags
     */
    public void find(Map<Unit, Integer> targets) {
        Deque<Unit> open = new ArrayDeque<>();
        targets.forEach((unit, access) -> enter(unit, access, open));
        while (!open.isEmpty()) {
            Unit unit = open.pop();
            enter(unit, graph.access(unit), open);
        }
        targets.keySet().forEach(this::lead);
        this.targets.addAll(targets.keySet());
        findCallees();
        entries.forEach(this::reach);
    }

    private void enter(Unit unit, @Nullable Integer access, Deque<Unit> open) {
        if (callers.containsKey(unit)) {
            return;
        }
        if (isEntry.test(unit)) {
            callers.put(unit, Set.of());
            entries.add(unit);
        } else if (access != null) {
            Set<Unit> found = new HashSet<>(graph.callers(unit, access));
            found.remove(unit);
            // An override of a hot function: the function's stub finds it.
            if (found.removeIf(graph::isStub)) {
                entries.add(unit);
            }
            callers.put(unit, found);
            open.addAll(found);
        }
    }

    /** Goes up from a target, and not through what is barred. */
    private void lead(Unit target) {
        Deque<Unit> open = new ArrayDeque<>(Set.of(target));
        while (!open.isEmpty()) {
            Unit unit = open.pop();
            if (!isBarred.test(unit) && leading.add(unit)) {
                open.addAll(callers.getOrDefault(unit, Set.of()));
            }
        }
    }

    private void reach(Unit entry) {
        Deque<Unit> open = new ArrayDeque<>(Set.of(entry));
        while (!open.isEmpty()) {
            Unit unit = open.pop();
            if (leading.contains(unit) && reached.add(unit)) {
                open.addAll(callees.getOrDefault(unit, Set.of()));
            }
        }
    }

    private void findCallees() {
        callers.forEach((callee, all) -> all.forEach(
                caller -> callees.computeIfAbsent(caller, x -> new HashSet<>()).add(callee)));
    }

    /** Whether an entry leads to one of the targets. */
    public boolean isReached(Unit target) {
        return reached.contains(target);
    }

    /** Everything on the paths, entries and targets included. */
    public Set<Unit> all() {
        return reached;
    }

    /** The entries that lead to one of the targets. */
    public Set<Unit> entriesTo(Unit target) {
        Set<Unit> above = above(target);
        above.retainAll(entries);
        above.retainAll(reached);
        return above;
    }

    /** What leads to one of the targets and is barred. */
    public Set<Unit> barredAbove(Unit target) {
        Set<Unit> above = above(target);
        above.removeIf(isBarred.negate());
        return above;
    }

    /** What leads to a target and is itself called by no code of the program: a {@code main}, a call-back of a library. */
    public Set<Unit> outermostAbove(Unit target) {
        Set<Unit> above = above(target);
        above.removeIf(unit -> !callers.getOrDefault(unit, Set.of()).isEmpty());
        return above;
    }

    private Set<Unit> above(Unit target) {
        return closure(target, callers);
    }

    /** The targets that a unit leads to. */
    public Set<Unit> targetsBelow(Unit unit) {
        Set<Unit> below = closure(unit, callees);
        below.retainAll(targets);
        below.retainAll(reached);
        return below;
    }

    private static Set<Unit> closure(Unit from, Map<Unit, Set<Unit>> next) {
        Set<Unit> found = new LinkedHashSet<>();
        Deque<Unit> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            Unit unit = open.pop();
            if (found.add(unit)) {
                open.addAll(next.getOrDefault(unit, Set.of()));
            }
        }
        return found;
    }

    /** Whether code that is not the program's own enters the unit. */
    public boolean isEntry(Unit unit) {
        return isEntry.test(unit);
    }

    /** Who calls a method itself: not its stub, and not from within. */
    public Set<Unit> callers(Unit unit) {
        Integer access = unit.isClosure() ? null : graph.access(unit);
        return access == null ? new HashSet<>() : callers(unit, access);
    }

    /** The same for a method that need not be declared any more. */
    public Set<Unit> callers(Unit unit, int access) {
        Set<Unit> found = graph.callers(unit, access);
        found.removeIf(graph::isStub);
        found.remove(unit);
        return found;
    }

    /** The types above the class of a method, that class included, by which a call can lead to it. */
    public Set<String> typesNamed(Unit unit) {
        Integer access = graph.access(unit);
        return access == null ? Set.of() : typesNamed(unit, access);
    }

    /** The same for a method that need not be declared any more. */
    public Set<String> typesNamed(Unit unit, int access) {
        return graph.named(unit, access);
    }
}
