package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.VersionBody;
import dev.subsecond.thinlink.diff.Entry;
import dev.subsecond.thinlink.diff.Forms;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningLambda;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.Names;
import dev.subsecond.thinlink.reach.Differences;
import dev.subsecond.thinlink.reach.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the hot functions of a patch the pointers that stand for what they reach, and takes those into the patch that keep
 * their code while what they reach changes.
 */
final class HotPointers {

    private final Program program;
    private final StateAfter after;
    private final PatchBuilder patch;
    private final Additions additions;
    private final Map<Unit, String> differences;
    private final Map<Entry, RunningLambda> closures = new HashMap<>();

    HotPointers(Program program, StateAfter after, PatchBuilder patch) {
        this.program = program;
        this.after = after;
        this.patch = patch;
        this.additions = new Additions(program);
        this.differences = Differences.of(program.index(), after, program.marked());
        for (String name : after.patched()) {
            for (RunningMethod m : after.running(name).methods().values()) {
                m.lambdas().stream()
                        .filter(RunningLambda::hot)
                        .forEach(l -> l.entries().keySet().forEach(e -> closures.put(e, l)));
            }
        }
    }

    /** Does so, and returns how what each hot function reaches differs from the image once the patch is committed. */
    Map<Unit, String> update() {
        Map<Unit, String> told = program.differences();
        StateAfter now = new StateAfter(program, new NextState());
        Map<Unit, String> before = told == null ? Differences.of(program.index(), now, program.marked()) : told;
        patch.replaceFunctions(f -> f.hot() ? withPointer(f) : f);
        Set<Unit> functions = new HashSet<>(before.keySet());
        functions.addAll(differences.keySet());
        functions.stream()
                .filter(u -> !difference(u).equals(before.getOrDefault(u, "")))
                .forEach(this::keepsItsCode);
        return differences;
    }

    private FunctionPatch withPointer(FunctionPatch f) {
        String owner = Names.internal(f.owner());
        Entry entry = new Entry(owner, f.name(), f.descriptor(), f.isStatic());
        RunningLambda closure = closures.get(entry);
        String pointer = closure == null
                ? Pointers.reach(f.id(), difference(Unit.method(owner, new Key(f.methodName(), f.descriptor()))))
                : pointer(closure, entry, f.id(), difference(Unit.closure(closure.first())));
        return new FunctionPatch(
                f.id(),
                pointer,
                f.content(),
                f.owner(),
                f.name(),
                f.descriptor(),
                f.isStatic(),
                f.added(),
                true,
                f.body(),
                others(f.versions(), pointer));
    }

    /** Where only a closure inside has changed, the function keeps its pointer, which then stands for its new code. */
    private static List<VersionBody> others(List<VersionBody> versions, String pointer) {
        return versions.stream()
                .filter(version -> !version.pointer().equals(pointer))
                .toList();
    }

    /** Adds the function to the patch unless it has new code there. */
    private void keepsItsCode(Unit unit) {
        if (unit.isClosure()) {
            RunningLambda closure = closure(unit);
            if (closure != null) {
                closure.entries()
                        .forEach((e, began) -> add(
                                e, id(e), pointer(closure, e, id(e), difference(unit)), false, closure.forms(), began));
            }
        } else if (after.hasRunning(unit.owner())) {
            method(unit);
        }
    }

    private void method(Unit unit) {
        RunningClass owner = after.running(unit.owner());
        RunningMethod now = owner.methods().get(unit.key());
        if (now != null) {
            RunningMethod began = started(unit.owner()).methods().get(unit.key());
            boolean isAdded = !owner.hasLoaded(now.node());
            String name = additions.functionName(unit.owner(), unit.key());
            Entry e = new Entry(
                    unit.owner(),
                    name,
                    unit.key().descriptor(),
                    Entry.of(unit.owner(), now.node()).isStatic());
            String pointer = Pointers.reach(id(e), difference(unit));
            add(e, id(e), pointer, isAdded, now.forms(), began == null ? null : began.forms());
        }
    }

    private String id(Entry e) {
        return additions.entryId(e);
    }

    /** The address of a later entry stands for the code that it came with, and so never for that of the image. */
    private static String pointer(RunningLambda closure, Entry e, String id, String difference) {
        return Pointers.reach(id, e.equals(closure.first()) ? difference : "later " + difference);
    }

    private void add(Entry e, String id, String pointer, boolean isAdded, Forms now, @Nullable Forms began) {
        patch.addFunction(new FunctionPatch(
                id,
                pointer,
                Pointers.content(id, now, began),
                Names.binary(e.owner()),
                e.name(),
                e.descriptor(),
                e.isStatic(),
                isAdded,
                true,
                null,
                List.of()));
    }

    /** The closure as it runs: in a class that was patched, else in the image. */
    private @Nullable RunningLambda closure(Unit unit) {
        Entry first = closures.keySet().stream()
                .filter(e -> Unit.closure(e).equals(unit))
                .findFirst()
                .orElse(null);
        if (first != null) {
            return closures.get(first);
        }
        return program.isOfImage(unit.owner())
                ? program.started(unit.owner()).methods().values().stream()
                        .flatMap(m -> m.lambdas().stream())
                        .filter(l -> Unit.closure(l.first()).equals(unit))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** A class that is new with this patch has started as it is. */
    private RunningClass started(String name) {
        return program.hasRunning(name) ? program.started(name) : after.running(name);
    }

    private String difference(Unit unit) {
        return differences.getOrDefault(unit, "");
    }
}
