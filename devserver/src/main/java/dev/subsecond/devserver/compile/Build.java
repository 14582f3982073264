package dev.subsecond.devserver.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One edit being compiled. The set of sources grows round by round by those that depend on a changed class, and every
 * round compiles the whole set together, so that the last one has seen each source with the newest of all others.
 */
final class Build implements VisibleClasses {

    private final Javac javac;
    private final Set<Dependency> rules;
    private final Program base;
    private final Map<SourceId, String> texts = new HashMap<>();
    private final Set<SourceId> deleted = new HashSet<>();
    private final Set<SourceId> compiling = new HashSet<>();
    private boolean processing;

    /** Whether the processors that run are shown every source. */
    private boolean everything;

    /** The sources whose classes of the last good compilation count no more in this round. */
    private Set<SourceId> replaced = Set.of();

    Build(Javac javac, Set<Dependency> rules, Program base, Edit edit) {
        this.javac = javac;
        this.rules = EnumSet.copyOf(rules);
        if (!javac.hasForeignProcessors()) {
            this.rules.remove(Dependency.PROCESSOR);
        }
        this.base = base;
        edit.texts().forEach((path, text) -> texts.put(SourceId.file(path), text));
        edit.deleted().forEach(path -> deleted.add(SourceId.file(path)));
        compiling.addAll(texts.keySet());
        processing = deleted.stream().map(base::unit).anyMatch(unit -> isProcessed(unit) && mustProcessAll());
    }

    Compilation run() {
        while (true) {
            JavacRun round = compileOnce();
            BuildResult result = new BuildResult(base, replaced, round, everything);
            Set<SourceId> more = round.failed() ? suspects(round) : dependents(result);
            more.removeAll(replaced);
            if (!more.isEmpty()) {
                add(more);
            } else {
                return round.failed() ? new Compilation.Bad(round.errors()) : result.good();
            }
        }
    }

    private Set<SourceId> dependents(BuildResult result) {
        Set<SourceId> more = new HashSet<>(result.overwritten());
        more.addAll(Dependents.of(base, replaced, result.classes(), rules));
        return more;
    }

    /**
     * The sources whose old classes may be why a round failed: a name in their signatures means another class now, or
     * their constants are made from others.
     */
    private Set<SourceId> suspects(JavacRun failed) {
        Set<SourceId> suspects = new HashSet<>();
        if (failed.declared().isEmpty() || !rules.contains(Dependency.MENDING)) {
            return suspects;
        }
        Set<String> before = base.classesOf(replaced);
        NameChanges names = NameChanges.of(base, before, failed.declared(), rules);
        before.addAll(failed.declared());
        for (Unit unit : base.units()) {
            if (names.matter(unit.facts()) || !Collections.disjoint(unit.facts().constantOwners(), before)) {
                suspects.add(unit.id());
            }
        }
        return suspects;
    }

    /** A source declares annotations and compiles anew because of another one: its processors may write something else. */
    private void add(Set<SourceId> more) {
        compiling.addAll(more);
        processing |= more.stream().map(base::unit).anyMatch(this::isProcessed);
        if (processing) {
            compileOriginsInsteadOfGenerated();
        }
    }

    private boolean isProcessed(@Nullable Unit unit) {
        return unit != null
                && javac.hasProcessors()
                && (!unit.shape().isEmpty() || unit.id().generated());
    }

    /** What processors make of all sources together, or of one that is not known, only comes out right of all of them. */
    private boolean mustProcessAll() {
        return !javac.hasIsolatingProcessors() || base.hasUnknownOrigins();
    }

    private void compileEverything() {
        for (Unit unit : base.units()) {
            if (!unit.id().generated() && !deleted.contains(unit.id())) {
                compiling.add(unit.id());
            }
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
        if (compiling.isEmpty() && !processing) {
            return JavacRun.NOTHING;
        }
        if (!processing) {
            Optional<JavacRun> plain = javac.run(sources(), this, this::unchanged);
            if (plain.isPresent()) {
                return plain.get();
            }
            processing = true;
        }
        everything = mustProcessAll();
        if (everything) {
            compileEverything();
        }
        replaced = replaced();
        return javac.runWithProcessors(sources(), this);
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

    @Override
    public List<ClassObject> inPackage(String packageName) {
        return base.inPackage(packageName, replaced);
    }

    @Override
    public Set<String> ownInPackage(String packageName) {
        return base.everInPackage(packageName);
    }

    private Set<SourceId> replaced() {
        Set<SourceId> replaced = new HashSet<>(compiling);
        replaced.addAll(deleted);
        for (Unit unit : base.units()) {
            boolean written = unit.id().generated();
            boolean rewritten = processing && (compiling.contains(unit.origin()) || everything);
            if (written && (deleted.contains(unit.origin()) || rewritten)) {
                replaced.add(unit.id());
            }
        }
        return replaced;
    }
}
