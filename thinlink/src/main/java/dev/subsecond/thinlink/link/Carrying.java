package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.diff.Entry;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.diff.RunningLambda;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import dev.subsecond.thinlink.reach.Paths;
import dev.subsecond.thinlink.reach.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides, for an image without guards, which changes its hot functions lead to, and which unchanged methods between the two
 * have to be carried: those that still run the image's code, whose calls no jump table redirects. Code of patches asks the
 * table with each call and needs no second look.
 */
final class Carrying {

    private final Program program;
    private final NewestCode code;
    private final Paths paths;
    private final Unreached reasons;
    private final Causes causes;
    private final Map<Unit, Change> changed = new HashMap<>();

    private Carrying(
            Program program,
            SwitchMaps switchMaps,
            Collection<RunningMethod> kept,
            Map<Unit, String> immovable,
            Causes causes) {
        this.program = program;
        this.causes = causes;
        this.code = new NewestCode(program, switchMaps, kept);
        this.paths = new Paths(
                program.index(),
                code,
                program.marked(),
                unit -> program.marked()
                        .onPatch()
                        .getOrDefault(unit.owner(), Set.of())
                        .contains(unit.key()),
                unit -> immovable.containsKey(unit) || isOutOfReach(unit));
        this.reasons = new Unreached(program, paths, immovable);
    }

    /**
     * Selects.
     *
     * @param changes what a save changed
     * @param kept the bodies that stay although the newest sources have others
     * @param immovable what was found to be no code that a patch can carry, and why
     * @param causes says what of a member changed
     */
    static Selected select(
            Program program,
            SwitchMaps switchMaps,
            List<Change> changes,
            Collection<RunningMethod> kept,
            Map<Unit, String> immovable,
            Causes causes) {
        return program.isUnprepared()
                ? new Carrying(program, switchMaps, kept, immovable, causes).select(changes)
                : Selected.all(changes);
    }

    private Selected select(List<Change> changes) {
        changes.forEach(c -> unit(c).ifPresent(unit -> changed.put(unit, c)));
        paths.find(targets());
        List<Change> linked = new ArrayList<>();
        List<MemberVerdict> verdicts = new ArrayList<>();
        Map<Change, List<String>> notes = new LinkedHashMap<>();
        for (Change change : changes) {
            Optional<Unit> unit = unit(change);
            if (unit.isEmpty()) {
                linked.add(change);
            } else if (paths.isReached(unit.get()) || isRightAnywhere(change, unit.get())) {
                linked.add(change);
                notes.put(change, reasons.notes(unit.get(), change));
            } else if (isMadeAlike(change, unit.get())) {
                verdicts.add(Verdicts.live(change, "", List.of(Unreached.MADE_ALIKE), causes.of(change)));
            } else if (change instanceof Change.RemovedOverride
                    && reasons.isMissedNowhere(unit.get(), access(change))) {
                verdicts.add(Verdicts.removed(change));
            } else if (!isAsItWas(change, unit.get(), code)) {
                unreached(change, unit.get(), linked, verdicts);
            }
        }
        Map<Change, String> carried = carried(linked);
        linked.addAll(carried.keySet());
        fields(linked, verdicts, notes);
        return new Selected(linked, carried, verdicts, notes);
    }

    /**
     * Takes what was carried out of {@code refused}: what depends on it is looked at again without it.
     *
     * @return whether everything could be carried
     */
    static boolean noteImmovable(
            Selected selected, Map<Change, RefusedException> refused, Map<Unit, String> immovable) {
        boolean allMoved = true;
        for (Change carried : selected.carried().keySet()) {
            RefusedException why = refused.remove(carried);
            if (why != null) {
                allMoved = false;
                immovable.putAll(units(carried, why.refusal().sentence(why.detail())));
            }
        }
        return allMoved;
    }

    private static Map<Unit, String> units(Change carried, String why) {
        if (carried instanceof Change.Closures c) {
            return Lambda.createdBy(c.owner(), c.node()).stream()
                    .filter(Lambda::isHot)
                    .collect(Collectors.toMap(
                            l -> Unit.closure(Entry.of(c.owner().name(), l.body())), l -> why, (one, other) -> one));
        }
        return Map.of(unit(carried).orElseThrow(), why);
    }

    private static Optional<Unit> unit(Change change) {
        if (change instanceof Change.Method m) {
            return Optional.of(Unit.method(m.owner().name(), Key.of(m.node())));
        }
        return change instanceof Change.RemovedOverride o
                ? Optional.of(Unit.method(o.owner().name(), Key.of(o.running().node())))
                : Optional.empty();
    }

    /** What this save changes, and what earlier ones did. */
    private Map<Unit, Integer> targets() {
        Map<Unit, Integer> targets = new LinkedHashMap<>();
        changed.forEach((unit, change) -> targets.put(unit, access(change)));
        for (String name : program.patched()) {
            program.runningClass(name).methods().forEach((key, now) -> {
                if (!program.runsImage(name, key)
                        && !isAsInImage(name, key, now)
                        && !key.name().startsWith("<cl")) {
                    targets.putIfAbsent(Unit.method(name, key), now.node().access);
                }
            });
        }
        return targets;
    }

    private static int access(Change change) {
        return change instanceof Change.Method m
                ? m.node().access
                : ((Change.RemovedOverride) change).running().node().access;
    }

    private boolean isAsInImage(String owner, Key key, RunningMethod now) {
        RunningMethod began = program.started(owner).methods().get(key);
        return began != null && now.forms().isSame(began.forms());
    }

    /** Code of patches that is to be linked anew, and what goes back to the image's code, is right wherever it runs. */
    private boolean isRightAnywhere(Change change, Unit unit) {
        boolean isOfPatch = program.hasRunning(unit.owner()) && !program.runsImage(unit.owner(), unit.key());
        return isOfPatch && (isUndone(change, unit) || isAsItWas(change, unit, code));
    }

    private boolean isUndone(Change change, Unit unit) {
        RunningMethod began = program.hasRunning(unit.owner())
                ? program.started(unit.owner()).methods().get(unit.key())
                : null;
        return change instanceof Change.Method
                && began != null
                && began.normalForm()
                        .equals(Objects.requireNonNull(
                                        code.running(unit.owner()).methods().get(unit.key()))
                                .normalForm());
    }

    /** Only new fields need initialising, which is done when they are first read. */
    private boolean isMadeAlike(Change change, Unit unit) {
        return change instanceof Change.Method m
                && m.running() != null
                && isImageConstructor(unit)
                && !program.makers().isNeeded(unit.owner(), unit.key().descriptor());
    }

    /** A constructor of the image for which objects are not made in another way. */
    private boolean isOutOfReach(Unit unit) {
        return isImageConstructor(unit)
                && !program.makers().isNeeded(unit.owner(), unit.key().descriptor());
    }

    /** Whether a method is as it was but for what its references mean now. */
    private static boolean isAsItWas(Change change, Unit unit, NewestCode code) {
        RunningMethod newest = code.running(unit.owner()).methods().get(unit.key());
        return change instanceof Change.Method m
                && m.running() != null
                && newest != null
                && m.running().normalForm().equals(newest.normalForm());
    }

    private boolean isImageConstructor(Unit unit) {
        return unit.key().name().equals(Names.CONSTRUCTOR) && program.isUnprepared(unit.owner());
    }

    private void unreached(Change change, Unit unit, List<Change> linked, List<MemberVerdict> verdicts) {
        RunningMethod running = change instanceof Change.Method m ? m.running() : null;
        boolean makesClosures = running != null && makesClosures(running);
        if (running != null && makesClosures && change instanceof Change.Method m) {
            linked.add(new Change.Closures(m.owner(), m.node(), running));
        }
        boolean onlyClosures = running != null
                && makesClosures
                && reachForm(unit).equals(running.forms().reach());
        if (!onlyClosures) {
            verdicts.add(reasons.verdict(change, unit));
        }
    }

    private String reachForm(Unit unit) {
        RunningMethod newest = code.running(unit.owner()).methods().get(unit.key());
        return newest == null ? "" : newest.forms().reach();
    }

    private static boolean makesClosures(RunningMethod m) {
        return m.lambdas().stream().anyMatch(RunningLambda::hot);
    }

    private Map<Change, String> carried(List<Change> linked) {
        Set<MethodNode> done = new LinkedHashSet<>();
        linked.forEach(c -> node(c).ifPresent(done::add));
        Map<Change, String> carried = new LinkedHashMap<>();
        for (Unit unit : paths.all()) {
            Change change = changed.containsKey(unit) || !program.isUnprepared(unit.owner()) ? null : carried(unit);
            if (change != null && done.add(node(change).orElseThrow())) {
                carried.put(change, reasons.carried(unit));
            }
        }
        return carried;
    }

    private static Optional<MethodNode> node(Change change) {
        if (change instanceof Change.Closures c) {
            return Optional.of(c.node());
        }
        return change instanceof Change.Method m ? Optional.of(m.node()) : Optional.empty();
    }

    private @Nullable Change carried(Unit unit) {
        ClassFile owner = program.newest(unit.owner()).orElseThrow();
        if (unit.key().name().equals(Names.CONSTRUCTOR)) {
            return null; // comes along with what makes objects by it
        } else if (unit.isClosure()) {
            return owner.methods().stream()
                    .filter(m -> creates(owner, m, unit))
                    .findFirst()
                    .map(m -> closures(owner, m))
                    .orElse(null);
        }
        RunningMethod running = program.runningClass(unit.owner()).methods().get(unit.key());
        return running != null && program.runsImage(unit.owner(), unit.key())
                ? owner.method(unit.key().name(), unit.key().descriptor())
                        .map(m -> new Change.Method(owner, m, running))
                        .orElse(null)
                : null;
    }

    private static boolean creates(ClassFile owner, MethodNode m, Unit closure) {
        return !Lambda.isBody(m)
                && Lambda.createdBy(owner, m).stream()
                        .anyMatch(l ->
                                Unit.closure(Entry.of(owner.name(), l.body())).equals(closure));
    }

    /** A closure that patched code has made needs no carrying, nor has one that is new been made by anything else. */
    private @Nullable Change closures(ClassFile owner, MethodNode m) {
        RunningMethod running = program.runningClass(owner.name()).methods().get(Key.of(m));
        boolean anyOfImage = running != null
                && running.lambdas().stream()
                        .anyMatch(l -> l.hot() && l.creatable().isEmpty());
        return running != null && anyOfImage ? new Change.Closures(owner, m, running) : null;
    }

    /** A new field is as good as the code that uses it. */
    private void fields(List<Change> linked, List<MemberVerdict> verdicts, Map<Change, List<String>> notes) {
        Set<Change.Field> used = FieldUses.used(linked);
        for (Change change : List.copyOf(linked)) {
            if (change instanceof Change.Field f
                    && program.isUnprepared(f.owner().name())) {
                if (used.contains(f)) {
                    notes.put(f, reasons.fieldNotes(f));
                } else {
                    linked.remove(f);
                    verdicts.add(reasons.unused(f));
                }
            }
        }
    }
}
