package dev.subsecond.devserver.compile;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which sources may compile differently because classes of other sources changed. */
final class Dependents {

    private final Program base;
    private final Set<String> shapes = new HashSet<>();
    private final Set<String> constants = new HashSet<>();
    private final Set<String> simpleNames = new HashSet<>();

    private Dependents(Program base) {
        this.base = base;
    }

    /**
     * Compares the classes of the replaced sources with those that took their place.
     *
     * @param replaced sources that were compiled again or are gone
     * @param now their classes, by name
     * @return the sources, outside of {@code replaced}, to be compiled again
     */
    static Set<SourceId> of(Program base, Set<SourceId> replaced, Map<String, CompiledClass> now) {
        Dependents dependents = new Dependents(base);
        now.forEach((name, compiled) -> dependents.compare(name, base.compiled(name), compiled));
        for (SourceId id : replaced) {
            Unit unit = base.unit(id);
            for (String name : unit == null ? Set.<String>of() : unit.classes()) {
                if (!now.containsKey(name)) {
                    dependents.compare(name, base.compiled(name), null);
                }
            }
        }
        return dependents.find(replaced, now);
    }

    private void compare(String name, @Nullable CompiledClass before, @Nullable CompiledClass after) {
        if (unnameable(name)) {
            return;
        }
        if (before == null || after == null) {
            shapes.add(name);
            constants.add(name);
            simpleNames.add(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1));
            return;
        }
        if (!before.facts().shape().equals(after.facts().shape())) {
            shapes.add(name);
        }
        if (!before.facts().constants().equals(after.facts().constants())) {
            constants.add(name);
        }
    }

    /** Local and anonymous classes, {@code Game$1} or {@code Game$1Local}: only their own source can refer to them. */
    private static boolean unnameable(String name) {
        int dollar = name.lastIndexOf('$');
        return dollar >= 0 && dollar + 1 < name.length() && Character.isDigit(name.charAt(dollar + 1));
    }

    private Set<SourceId> find(Set<SourceId> replaced, Map<String, CompiledClass> now) {
        if (shapes.isEmpty() && constants.isEmpty()) {
            return Set.of();
        }
        addSubtypes(now);
        Set<SourceId> found = new HashSet<>();
        for (Unit unit : base.units()) {
            if (!replaced.contains(unit.id()) && depends(unit)) {
                found.add(unit.id());
            }
        }
        return found;
    }

    /** What a class inherits is part of what others see of it, and their class files need not name the supertype. */
    private void addSubtypes(Map<String, CompiledClass> now) {
        boolean grown = !shapes.isEmpty();
        while (grown) {
            grown = false;
            for (CompiledClass each : base.compiledClasses()) {
                CompiledClass newest = now.getOrDefault(each.name(), each);
                boolean inherits = !Collections.disjoint(newest.facts().supertypes(), shapes);
                grown |= inherits && shapes.add(each.name());
            }
        }
    }

    private boolean depends(Unit unit) {
        return !Collections.disjoint(unit.facts().constantOwners(), constants)
                || !Collections.disjoint(unit.facts().identifiers(), simpleNames)
                || unit.classes().stream().anyMatch(this::refersToChanged);
    }

    private boolean refersToChanged(String name) {
        CompiledClass compiled = base.compiled(name);
        return compiled != null && !Collections.disjoint(compiled.facts().references(), shapes);
    }
}
