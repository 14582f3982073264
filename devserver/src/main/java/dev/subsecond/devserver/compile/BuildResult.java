package dev.subsecond.devserver.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a successful round of a {@link Build} means for the program. */
final class BuildResult {

    /** Whether javac tells which source made a processor write another one. */
    private static final boolean ORIGINS_ARE_TOLD = Runtime.version().feature() >= 18;

    private final Program base;
    private final Set<SourceId> replaced;
    private final JavacRun run;
    private final boolean everything;
    private final Map<String, CompiledClass> classes = new LinkedHashMap<>();

    /**
     * A result.
     *
     * @param everything whether processors ran on all sources, so that what they had written before is void
     */
    BuildResult(Program base, Set<SourceId> replaced, JavacRun run, boolean everything) {
        this.base = base;
        this.replaced = replaced;
        this.run = run;
        this.everything = everything;
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
        Set<String> gone = base.classesOf(replaced);
        gone.removeAll(classes.keySet());
        Map<String, byte[]> resources = new TreeMap<>(everything ? Map.of() : base.resources());
        resources.putAll(run.resources());
        Program next = base.replace(replaced, units(), classes.values(), resources);
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
        SourceFacts facts = run.facts().getOrDefault(id, SourceFacts.NONE);
        String shape = id.generated() ? "" : run.shapes().getOrDefault(id, "");
        return new Unit(id, text, facts, shape, names, id.generated() ? origin(id) : id);
    }

    /** The source that made a processor write this one; itself if that is not known. */
    private SourceId origin(SourceId generated) {
        Unit known = base.unit(generated);
        if (known != null && run.generated().isEmpty()) {
            return known.origin();
        }
        return run.origins().getOrDefault(generated, ORIGINS_ARE_TOLD ? generated : guess(generated));
    }

    /** By the name: a generated class is named after the class it is for. With two that fit there is no telling. */
    private SourceId guess(SourceId generated) {
        Set<SourceId> candidates = new HashSet<>();
        for (CompiledClass each : classes.values()) {
            boolean annotated = !run.shapes().getOrDefault(each.source(), "").isEmpty();
            if (annotated && isNamedAfter(generated.name(), each.name())) {
                candidates.add(each.source());
            }
        }
        return candidates.size() == 1 ? candidates.iterator().next() : generated;
    }

    private static boolean isNamedAfter(String generated, String original) {
        int start = original.lastIndexOf('.') + 1;
        String simpleName = original.substring(start);
        return generated.startsWith(original.substring(0, start))
                && (generated.contains(simpleName) || generated.contains(simpleName.replace('$', '_')));
    }
}
