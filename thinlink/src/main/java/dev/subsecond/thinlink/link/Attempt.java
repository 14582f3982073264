package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.LinkTimings;
import dev.subsecond.thinlink.LinkedPatch;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.Verdict;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import dev.subsecond.thinlink.reach.MarkedMethods;
import dev.subsecond.thinlink.reach.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;

/**
 * Links one save.
 *
 * <p>Changes are linked against everything that this patch would add. Those that cannot be linked are taken out, and the
 * rest is linked again without them, until all that is left fits: a change that needs a refused one is refused naming it.
 */
public final class Attempt {

    private final LinkState state;
    private final Program program;
    private final long sequence;
    private final SwitchMaps switchMaps;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, ClassFile> previous = new HashMap<>();
    private final List<RunningMethod> kept = new ArrayList<>();
    private final List<MemberVerdict> verdicts = new ArrayList<>();

    public Attempt(LinkState state, long sequence) {
        this.state = state;
        this.program = state.program();
        this.sequence = sequence;
        this.switchMaps = new SwitchMaps(program::newest);
    }

    public LinkResult link(Changes saved) {
        long start = System.nanoTime();
        state.forgetUnsent();
        diff(saved);
        long diffed = System.nanoTime();
        NextState next = new NextState();
        PatchBuilder patch = linkWhatFits(next);
        StateAfter after = new StateAfter(program, next);
        if (program.marked().anyHot()) {
            next.differ(new HotPointers(program, after, patch).update());
        }
        Optional<LinkedPatch> linked = Optional.empty();
        if (!patch.isEmpty()) {
            linked = Optional.of(new PatchAssembly(program, patch, OnPatchMethods.of(program, after)).assemble());
            state.sent(sequence, next);
        } else {
            state.runsAlready(next);
        }
        long end = System.nanoTime();
        return new LinkResult(
                linked,
                Verdicts.oneForEach(shown()),
                patch.carried(),
                new LinkTimings(Duration.ofNanos(diffed - start), Duration.ZERO, Duration.ofNanos(end - diffed)));
    }

    private void diff(Changes saved) {
        List<ClassFile> compiled =
                CompiledClasses.named(program, sequence, saved.compiled().values());
        compiled.forEach(c -> program.newest(c.name()).ifPresent(before -> previous.put(c.name(), before)));
        compiled.forEach(c -> program.dropNestedOf(c.outermost()).forEach(state.pending()::remove));
        compiled.forEach(program::compiled);
        Set<String> names = new HashSet<>(state.pending());
        compiled.forEach(c -> names.add(c.name()));
        Set<String> deleted = saved.deleted().stream().map(Names::internal).collect(Collectors.toSet());
        // When a nested class goes, a later one may have its number and still run under its old name.
        if (program.follows(LinkRule.SHIFTED_NUMBERS)) {
            compiled.forEach(c -> deleted.remove(c.name()));
        }
        deleted.forEach(name -> deleted(name, names));
        names.stream().sorted().forEach(name -> program.newest(name).ifPresent(this::compare));
        Set<String> others = program.follows(LinkRule.RESTRUCTURED)
                ? program.naming(Restructured.names(program, changes, previous.values()))
                : new HashSet<>();
        others.addAll(program.mentioning(program.makers().madeOtherwise(changes)));
        while (true) {
            others.removeAll(names);
            if (others.isEmpty()) {
                return;
            }
            names.addAll(others);
            others.stream().sorted().forEach(name -> program.newest(name).ifPresent(this::compare));
            others = program.mentioning(program.makers().madeOtherwise(changes));
        }
    }

    private void deleted(String name, Set<String> names) {
        program.newest(name).ifPresent(c -> {
            if (!c.isLocalOrAnonymous() && !c.isSwitchMap()) {
                verdicts.add(Verdicts.unchanged(
                        Names.readableClass(name), c, "deleted; objects of it that exist keep working"));
            }
        });
        program.deleted(name);
        state.pending().remove(name);
        names.remove(name);
    }

    private void compare(ClassFile newest) {
        RunningClass running = program.running(newest.name());
        if (running != null) {
            ClassFile before = previous.getOrDefault(newest.name(), newest);
            ClassDiff.Result found = ClassDiff.of(program, running, before, newest, switchMaps);
            changes.addAll(found.changes());
            verdicts.addAll(found.verdicts());
            kept.addAll(found.kept());
        } else if (!newest.isSwitchMap() || !program.hasRunning(newest.outermost())) {
            changes.add(new Change.Type(newest)); // a switch map of a running class comes with the code that needs it
        }
    }

    private PatchBuilder linkWhatFits(NextState next) {
        Causes causes = new Causes(program, switchMaps, previous.values());
        List<Change> remaining = new ArrayList<>(changes);
        Map<Unit, String> immovable = new HashMap<>();
        while (true) {
            PatchBuilder patch = new PatchBuilder(sequence);
            next.clear();
            Map<Change, RefusedException> refused = new LinkedHashMap<>();
            Selected selected = Carrying.select(program, switchMaps, remaining, kept, immovable, causes);
            Map<Change, String> functions = linkAll(selected.changes(), patch, next, refused);
            refuseWhatNoLambdaCanBe(remaining, refused);
            boolean allMoved = Carrying.noteImmovable(selected, refused, immovable);
            refused.keySet().forEach(change -> runningBody(change).ifPresent(kept::add));
            if (refused.isEmpty() && allMoved && program.follows(LinkRule.KEPT_CALLERS)) {
                keepWhatIsCalled(remaining, refused);
            }
            if (refused.isEmpty() && allMoved) {
                check(patch, remaining, refused);
            }
            if (refused.isEmpty() && allMoved) {
                functions.forEach((change, id) -> live(change, id, selected, causes));
                selected.carried().forEach((change, why) -> carry(patch, change, why));
                verdicts.addAll(selected.verdicts());
                patch.switchMaps().forEach(c -> next.newClass(c, c, switchMaps));
                rememberPending();
                return patch;
            }
            refused.forEach((change, reason) ->
                    verdicts.add(Verdicts.refused(change.member(), change.owner(), reason.refusal(), reason.detail())));
            remaining.removeAll(refused.keySet());
        }
    }

    /** A method that a refused lambda was to implement would be called on lambdas that lack it. */
    private static void refuseWhatNoLambdaCanBe(List<Change> remaining, Map<Change, RefusedException> refused) {
        Map<Change, RefusedException> lacked = new LinkedHashMap<>();
        refused.forEach((change, why) -> remaining.stream()
                .filter(c -> c instanceof Change.AbstractMethod && why.refusal() == Refusal.FUNCTIONAL_INTERFACE)
                .filter(c -> c.member().equals(why.detail()))
                .forEach(c -> lacked.put(c, new RefusedException(Refusal.DEPENDS, change.member()))));
        refused.putAll(lacked);
    }

    /** A method that refused code still calls cannot go. */
    private void keepWhatIsCalled(List<Change> remaining, Map<Change, RefusedException> refused) {
        for (Change change : remaining) {
            Optional<RunningMethod> removed = change instanceof Change.RemovedMethod m
                    ? Optional.of(m.running())
                    : change instanceof Change.RemovedOverride o ? Optional.of(o.running()) : Optional.empty();
            removed.flatMap(r ->
                            kept.stream().filter(k -> Calls.has(k, r.node())).findFirst())
                    .ifPresent(caller -> refused.put(
                            change,
                            new RefusedException(
                                    Refusal.DEPENDS,
                                    Names.readableMethod(
                                            caller.source().name(), caller.node().name, caller.node().desc))));
        }
    }

    /** The body that runs on if {@code change} is refused. */
    static Optional<RunningMethod> runningBody(Change change) {
        return change instanceof Change.Method m ? Optional.ofNullable(m.running()) : Optional.empty();
    }

    /** A fault stops the changes of its class, and one that cannot be put down to a class stops them all. */
    private void check(PatchBuilder patch, List<Change> remaining, Map<Change, RefusedException> refused) {
        PatchCheck.faults(program, patch).forEach((name, fault) -> {
            List<Change> faulty = remaining.stream()
                    .filter(c -> c.isWrittenTo(name, sequence))
                    .toList();
            (faulty.isEmpty() ? remaining : faulty).forEach(change -> refused.putIfAbsent(change, fault));
        });
    }

    private Map<Change, String> linkAll(
            List<Change> remaining, PatchBuilder patch, NextState next, Map<Change, RefusedException> refused) {
        Additions additions = additions(remaining);
        MemberLinker linker = new MemberLinker(program, new Linkage(program, additions), patch, next, switchMaps);
        Map<Change, String> functions = new LinkedHashMap<>();
        for (Change change : remaining) {
            int before = patch.functions().size();
            try {
                String function = linker.link(change);
                boolean doesNothing = change instanceof Change.StaticInitialiser
                        && patch.functions().size() == before;
                if (!doesNothing || function.equals(MemberLinker.NOT_RUN_AGAIN)) {
                    functions.put(change, function);
                }
            } catch (RefusedException e) {
                refused.put(change, e);
            } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
                refused.put(change, new RefusedException(Refusal.INTERNAL, e.toString()));
            }
        }
        linker.finish();
        return functions;
    }

    private Additions additions(List<Change> remaining) {
        Additions additions = new Additions(program);
        for (Change change : changes) {
            program.makers().broughtBy(change).forEach(m -> {
                if (remaining.contains(change)) {
                    additions.addMaker(change.owner().name(), m.desc);
                } else {
                    additions.refuseMaker(change.owner().name(), m.desc);
                }
            });
        }
        for (Change change : remaining) {
            String owner = change.owner().name();
            if (change instanceof Change.Field f) {
                additions.addField(owner, Key.of(f.node()), FieldLinker.holder(f.owner(), f.node(), sequence));
            } else if (change instanceof Change.Method m && m.running() == null) {
                additions.addMethod(owner, Key.of(m.node()));
                additions.addRelinked(owner, Key.of(m.node()));
            } else if (change instanceof Change.AbstractMethod m) {
                additions.addMethod(owner, Key.of(m.node()));
            } else if (change instanceof Change.Method m) {
                additions.addRelinked(owner, Key.of(m.node()));
            } else if (change instanceof Change.RemovedOverride m) {
                additions.addRelinked(owner, Key.of(m.running().node()));
            } else if (change instanceof Change.Type) {
                additions.addClass(owner);
            }
        }
        return additions;
    }

    private static void carry(PatchBuilder patch, Change change, String why) {
        if (change instanceof Change.Method m) {
            patch.carry(m.owner().name(), Key.of(m.node()), why);
        } else if (change instanceof Change.Closures c) {
            patch.carry(c.owner().name(), Key.of(c.node()), why);
        }
    }

    private void live(Change change, String functionId, Selected selected, Causes causes) {
        if (isHidden(program, change) || selected.carried().containsKey(change)) {
            return;
        }
        if (change instanceof Change.StaticInitialiser c && functionId.equals(MemberLinker.NOT_RUN_AGAIN)) {
            c.fields()
                    .forEach(f -> verdicts.add(
                            Verdicts.notRunAgain(Names.readableField(c.owner().name(), f), c.owner())));
            if (c.fields().isEmpty()) {
                verdicts.add(Verdicts.notRunAgain(c.member(), c.owner()));
            }
            return;
        }
        verdicts.add(
                change instanceof Change.RemovedMethod
                        ? Verdicts.removed(change)
                        : Verdicts.live(change, functionId, Notes.of(program, change, selected), causes.of(change)));
    }

    /**
     * Members that the compiler made have no verdict of their own, nor have classes without a name that a person could use,
     * nor the nested classes of a new class.
     */
    static boolean isHidden(Program program, Change change) {
        if (!program.follows(LinkRule.HIDDEN_MEMBERS)) {
            return false;
        }
        if (change instanceof Change.Field f) {
            return (f.node().access & Opcodes.ACC_SYNTHETIC) != 0;
        } else if (change instanceof Change.Method m) {
            return (m.node().access & Opcodes.ACC_SYNTHETIC) != 0;
        } else if (change instanceof Change.RemovedMethod m) {
            return (m.running().node().access & Opcodes.ACC_SYNTHETIC) != 0 || isThereAgain(m);
        }
        return change instanceof Change.Type t
                && !t.owner().isTopLevel()
                && (t.owner().isLocalOrAnonymous()
                        || !program.hasRunning(t.owner().outermost()));
    }

    /** What the processor wrote is nobody's edit, and of interest only where it is refused. */
    private List<MemberVerdict> shown() {
        return verdicts.stream()
                .filter(v -> v.verdict() == Verdict.REFUSED || !isGenerated(v.owner()))
                .toList();
    }

    private boolean isGenerated(String owner) {
        return program.follows(LinkRule.HIDDEN_MEMBERS)
                && program.newest(Names.internal(owner))
                        .filter(MarkedMethods::isStub)
                        .isPresent();
    }

    /** Whether only the result type has changed, which the member's name does not show. */
    private static boolean isThereAgain(Change.RemovedMethod removed) {
        return removed.owner().methods().stream()
                .map(m -> Names.readableMethod(removed.owner().name(), m.name, m.desc))
                .anyMatch(removed.member()::equals);
    }

    private void rememberPending() {
        state.pending().clear();
        verdicts.stream()
                .filter(v -> v.verdict() == Verdict.REFUSED || v.verdict() == Verdict.UNREACHED)
                .forEach(v -> state.pending().add(Names.internal(v.owner())));
    }
}
