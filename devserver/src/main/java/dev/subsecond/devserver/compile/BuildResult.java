package dev.subsecond.devserver.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a successful round of a {@link Build} means for the program. */
final class BuildResult {

    private static final SourceFacts NO_FACTS = new SourceFacts(Set.of(), Set.of());

    private final Program base;
    private final Set<SourceId> replaced;
    private final JavacRun run;
    private final Map<String, CompiledClass> classes = new LinkedHashMap<>();

    BuildResult(Program base, Set<SourceId> replaced, JavacRun run) {
        this.base = base;
        this.replaced = replaced;
        this.run = run;
        run.classes().forEach((name, bytes) -> {
            SourceId source = run.classSources().getOrDefault(name, SourceId.generated(name));
            classes.put(name, CompiledClass.of(name, bytes, source));
        });
    }

    Map<String, CompiledClass> classes() {
        return classes;
    }

    /** Sources that declare a class which another source now declares too: compiled together, javac will say so. */
    Set<SourceId> overwritten() {
        Set<SourceId> owners = new HashSet<>();
        for (String name : classes.keySet()) {
            CompiledClass before = base.compiled(name);
            if (before != null && !replaced.contains(before.source())) {
                owners.add(before.source());
            }
        }
        return owners;
    }

    Compilation.Good good() {
        Set<String> gone = new HashSet<>();
        for (SourceId id : replaced) {
            Unit unit = base.unit(id);
            gone.addAll(unit == null ? Set.of() : unit.classes());
        }
        gone.removeAll(classes.keySet());
        Program next = base.replace(replaced, units(), classes.values(), run.resources());
        return new Compilation.Good(next, run.classes(), gone, run.warnings());
    }

    private List<Unit> units() {
        Map<SourceId, Set<String>> classesBySource = new HashMap<>();
        run.texts().keySet().forEach(id -> classesBySource.put(id, new HashSet<>()));
        classes.forEach((name, compiled) -> classesBySource
                .computeIfAbsent(compiled.source(), id -> new HashSet<>())
                .add(name));
        List<Unit> units = new ArrayList<>();
        classesBySource.forEach((id, names) -> units.add(unit(id, names)));
        return units;
    }

    private Unit unit(SourceId id, Set<String> names) {
        String text = run.texts().getOrDefault(id, "");
        SourceFacts facts = run.facts().getOrDefault(id, NO_FACTS);
        String shape = id.generated() ? "" : run.shapes().getOrDefault(id, "");
        return new Unit(id, text, facts, shape, names, id.generated() ? origin(id) : id);
    }

    /**
     * Which source made a processor write this one: javac 17 does not tell, so it goes by the name. A generated class is
     * named after the class it is for, {@code GameHot} after {@code Game}; the longest name that fits wins.
     */
    private SourceId origin(SourceId generated) {
        Unit known = base.unit(generated);
        if (known != null && run.generated().isEmpty()) {
            return known.origin();
        }
        CompiledClass best = null;
        for (CompiledClass each : classes.values()) {
            boolean fits = !each.source().generated() && generated.name().startsWith(each.name());
            if (fits && (best == null || each.name().length() > best.name().length())) {
                best = each;
            }
        }
        return best == null ? generated : best.source();
    }
}
