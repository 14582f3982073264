package dev.subsecond.devserver.compile;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sources may compile differently because classes of other sources changed.
 *
 * <p>Two kinds of change spread differently. A member that changed matters to those who use the class or a subtype of it. A
 * head that changed, which is rarer, also matters to those who only use a class that mentions it.
 */
final class Dependents {

    private final Program base;
    private final Set<Dependency> rules;
    private final Map<String, CompiledClass> newest = new HashMap<>();
    private final Set<String> shapes = new HashSet<>();
    private final Set<String> heads = new HashSet<>();
    private final Set<String> constants = new HashSet<>();
    private final Set<String> processed = new HashSet<>();
    private final Set<String> hiding = new HashSet<>();
    private final Set<String> hiddenNames = new HashSet<>();
    private final NameChanges names;

    private Dependents(Program base, NameChanges names, Set<Dependency> rules) {
        this.base = base;
        this.names = names;
        this.rules = rules;
    }

    /**
     * Compares the classes of the replaced sources with those that took their place.
     *
     * @param replaced sources that were compiled again or are gone
     * @param now their classes, by name
     * @return the sources, outside of {@code replaced}, to be compiled again
     */
    static Set<SourceId> of(
            Program base, Set<SourceId> replaced, Map<String, CompiledClass> now, Set<Dependency> rules) {
        Set<String> before = base.classesOf(replaced);
        Dependents dependents = new Dependents(base, NameChanges.of(base, before, now.keySet(), rules), rules);
        before.forEach(name -> dependents.compare(name, base.compiled(name), now.get(name)));
        now.forEach((name, compiled) -> dependents.compare(name, base.compiled(name), compiled));
        for (CompiledClass each : base.compiledClasses()) {
            if (!replaced.contains(each.source())) {
                dependents.newest.put(each.name(), each);
            }
        }
        dependents.newest.putAll(now);
        return dependents.find(replaced);
    }

    private void compare(String name, @Nullable CompiledClass before, @Nullable CompiledClass after) {
        if (NameChanges.unnameable(name)) {
            return;
        }
        if (before == null || after == null) {
            shapes.add(name);
            heads.add(name);
            constants.add(name);
            return;
        }
        if (!before.facts().annotations().equals(after.facts().annotations())) {
            processed.add(name);
        }
        compare(name, before.facts(), after.facts());
    }

    private void compare(String name, ClassFacts before, ClassFacts after) {
        if (!before.shape().equals(after.shape())) {
            shapes.add(name);
        }
        if (!before.head().equals(after.head())) {
            heads.add(name);
        }
        if (!before.constants().equals(after.constants())) {
            constants.add(name);
        }
        if (!before.privates().equals(after.privates())) {
            hiding.add(name);
            hiddenNames.addAll(difference(before.privates(), after.privates()));
        }
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> difference = new HashSet<>(one);
        difference.addAll(other);
        difference.removeIf(name -> one.contains(name) && other.contains(name));
        return difference;
    }

    private Set<SourceId> find(Set<SourceId> replaced) {
        if (shapes.isEmpty() && constants.isEmpty() && hiding.isEmpty() && processed.isEmpty()) {
            return Set.of();
        }
        spread();
        Set<SourceId> found = new HashSet<>();
        for (Unit unit : base.units()) {
            if (!replaced.contains(unit.id()) && depends(unit)) {
                found.add(unit.id());
            }
        }
        return found;
    }

    private void spread() {
        if (rules.contains(Dependency.PROCESSOR)) {
            processed.addAll(shapes);
        } else {
            processed.clear();
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (CompiledClass each : newest.values()) {
                grown |= spreadTo(each.name(), each.facts());
            }
        }
    }

    private boolean spreadTo(String name, ClassFacts facts) {
        boolean grown =
                (meet(facts.supertypes(), processed) || meet(facts.mentions(), processed)) && processed.add(name);
        if (rules.contains(Dependency.SUPERTYPE)) {
            boolean inherits = meet(facts.supertypes(), shapes);
            grown |= inherits && shapes.add(name);
            // A default method may turn what it inherits into a functional interface.
            grown |= ((inherits && facts.defaults()) || meet(facts.supertypes(), heads)) && heads.add(name);
            grown |= meet(facts.supertypes(), hiding) && hiding.add(name);
        }
        if (rules.contains(Dependency.SIGNATURE)) {
            grown |= meet(facts.mentions(), heads) && heads.add(name);
        }
        if (rules.contains(Dependency.PERMITS)) {
            grown |= meet(facts.permits(), heads) && heads.add(name);
        }
        return grown;
    }

    private boolean depends(Unit unit) {
        SourceFacts facts = unit.facts();
        return names.matter(facts)
                || (rules.contains(Dependency.CONSTANT) && meet(facts.constantOwners(), constants))
                || uses(unit, shapes)
                || uses(unit, heads)
                || (!unit.shape().isEmpty() && uses(unit, processed))
                || (rules.contains(Dependency.HIDING) && meet(facts.identifiers(), hiddenNames) && uses(unit, hiding));
    }

    private boolean uses(Unit unit, Set<String> changed) {
        boolean typed =
                rules.contains(Dependency.EXPRESSION) && meet(unit.facts().types(), changed);
        return rules.contains(Dependency.USE)
                && (typed || unit.classes().stream().anyMatch(name -> refers(name, changed)));
    }

    private boolean refers(String name, Set<String> changed) {
        CompiledClass compiled = base.compiled(name);
        return compiled != null && meet(compiled.facts().references(), changed);
    }

    private static boolean meet(Collection<String> some, Set<String> others) {
        return !others.isEmpty() && !Collections.disjoint(some, others);
    }
}
