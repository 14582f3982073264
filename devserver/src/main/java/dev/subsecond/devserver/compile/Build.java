package dev.subsecond.devserver.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One edit being compiled. The set of sources grows round by round by those that depend on a changed class, and every
 * round compiles the whole set together, so that the last one has seen each source with the newest of all others.
 */
final class Build {

    private final Javac javac;
    private final Program base;
    private final Map<SourceId, String> texts = new HashMap<>();
    private final Set<SourceId> deleted = new HashSet<>();
    private final Set<SourceId> compiling = new HashSet<>();
    private boolean processing;

    /** The sources whose classes of the last good compilation count no more in this round. */
    private Set<SourceId> replaced = Set.of();

    Build(Javac javac, Program base, Edit edit) {
        this.javac = javac;
        this.base = base;
        edit.texts().forEach((path, text) -> texts.put(SourceId.file(path), text));
        edit.deleted().forEach(path -> deleted.add(SourceId.file(path)));
        compiling.addAll(texts.keySet());
    }

    Compilation run() {
        while (true) {
            JavacRun round = compileOnce();
            if (round.failed()) {
                return new Compilation.Bad(round.errors());
            }
            BuildResult result = new BuildResult(base, replaced, round);
            Set<SourceId> more = new HashSet<>(result.overwritten());
            more.addAll(Dependents.of(base, replaced, result.classes()));
            more.removeAll(replaced);
            if (more.isEmpty()) {
                return result.good();
            }
            add(more);
        }
    }

    /** A source declares annotations and compiles anew because of another one: its processors may write something else. */
    private void add(Set<SourceId> more) {
        compiling.addAll(more);
        for (SourceId id : more) {
            Unit unit = base.unit(id);
            boolean annotated = unit != null && (!unit.shape().isEmpty() || id.generated());
            processing |= annotated && javac.hasProcessors();
        }
        if (processing) {
            compileOriginsInsteadOfGenerated();
        }
    }

    private void compileOriginsInsteadOfGenerated() {
        for (SourceId id : List.copyOf(compiling)) {
            Unit unit = base.unit(id);
            if (id.generated() && unit != null && !unit.origin().equals(id)) {
                compiling.remove(id);
                if (!deleted.contains(unit.origin())) {
                    compiling.add(unit.origin());
                }
            }
        }
    }

    private JavacRun compileOnce() {
        replaced = replaced();
        if (compiling.isEmpty()) {
            return JavacRun.NOTHING;
        }
        if (!processing) {
            Optional<JavacRun> plain = javac.run(sources(), this::visible, this::unchanged);
            if (plain.isPresent()) {
                return plain.get();
            }
            processing = true;
        }
        replaced = replaced();
        return javac.runWithProcessors(sources(), this::visible);
    }

    private boolean unchanged(Map<SourceId, String> shapes) {
        return !javac.hasProcessors()
                || shapes.entrySet().stream().allMatch(entry -> {
                    Unit unit = base.unit(entry.getKey());
                    return entry.getKey().generated() || entry.getValue().equals(unit == null ? "" : unit.shape());
                });
    }

    private List<SourceObject> sources() {
        List<SourceObject> sources = new ArrayList<>();
        for (SourceId id : compiling) {
            Unit unit = base.unit(id);
            String text = texts.getOrDefault(id, unit == null ? "" : unit.text());
            sources.add(new SourceObject(id, text));
        }
        return sources;
    }

    private List<ClassObject> visible(String packageName) {
        return base.inPackage(packageName, replaced);
    }

    private Set<SourceId> replaced() {
        Set<SourceId> replaced = new HashSet<>(compiling);
        replaced.addAll(deleted);
        for (Unit unit : base.units()) {
            boolean written = unit.id().generated();
            if (written && (deleted.contains(unit.origin()) || (processing && compiling.contains(unit.origin())))) {
                replaced.add(unit.id());
            }
        }
        return replaced;
    }
}
