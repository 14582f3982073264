package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.VersionBody;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.diff.Entry;
import dev.subsecond.thinlink.diff.Forms;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.diff.LambdaMatch;
import dev.subsecond.thinlink.diff.RunningLambda;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * Links the lambdas that one method creates.
 *
 * <p>The body of a lambda gets an entry of its own the first time that patched code creates the lambda, and keeps it: later
 * versions are patched there, so that every live object of that lambda runs the newest body, and the number of entries does
 * not grow with the number of edits. A lambda without a running counterpart starts anew and never touches another's objects.
 */
final class LambdaLinker implements BodyLinker.LambdaTargets {

    private final Linkage linkage;
    private final PatchBuilder patch;
    private final BodyForms forms;
    private final ClassFile host;
    private final Map<Lambda, String> created = new LinkedHashMap<>();
    private final Map<MethodNode, RunningLambda> running = new HashMap<>();
    private final Map<MethodNode, Entry> placed = new HashMap<>();
    private final IdentityHashMap<RunningLambda, Entry> carried = new IdentityHashMap<>();

    LambdaLinker(
            Linkage linkage,
            PatchBuilder patch,
            BodyForms forms,
            ClassFile host,
            MethodNode method,
            List<RunningLambda> before) {
        this.linkage = linkage;
        this.patch = patch;
        this.forms = forms;
        this.host = host;
        Lambda.createdBy(host, method).forEach(l -> created.put(l, forms.whole(host, l.body())));
        if (linkage.follows(LinkRule.LAMBDA_MATCH)) {
            LambdaMatch.match(before, created).forEach((l, r) -> running.put(l.body(), r));
        }
    }

    @Override
    public Handle of(Lambda lambda) throws RefusedException {
        Entry entry = entryOf(lambda.body());
        return new Handle(Opcodes.H_INVOKESTATIC, entry.owner(), entry.name(), entry.descriptor(), false);
    }

    /**
     * Redirects the live objects of each lambda whose body has changed.
     *
     * @param all whether equal bodies count as changed, because what they name has another meaning now
     */
    void redirectChanged(boolean all) throws RefusedException {
        for (Map.Entry<Lambda, String> c : created.entrySet()) {
            RunningLambda before = running.get(c.getKey().body());
            if (before != null
                    && linkage.follows(LinkRule.LAMBDA_REDIRECT)
                    && (all || !before.normalForm().equals(c.getValue()))) {
                redirect(before, c.getKey());
            }
        }
    }

    /**
     * Whether each lambda that the method itself creates has a running counterpart, which {@link #redirectChanged} has
     * brought up to date if need be. Those inside come with the code around them.
     */
    boolean allRun() {
        return created.keySet().stream().allMatch(l -> l.depth() > 0 || isLed(running.get(l.body())));
    }

    /** Whether a lambda has changed whose live objects cannot be led to its new body. */
    boolean leavesAnyBehind() {
        return created.entrySet().stream().anyMatch(c -> {
            RunningLambda before = running.get(c.getKey().body());
            return before != null && !before.normalForm().equals(c.getValue()) && !isLed(before);
        });
    }

    private boolean isLed(@Nullable RunningLambda before) {
        return before != null && before.entries().keySet().stream().allMatch(e -> linkage.leadsOn(e, before.hot()));
    }

    /** What runs once the patch is committed. */
    List<RunningLambda> result() {
        return created.keySet().stream().map(this::result).toList();
    }

    /** What tells a lambda from the others: that it is one that ran before, or what it was when it was new. */
    String identity(Lambda lambda) {
        RunningLambda before = running.get(lambda.body());
        return before == null ? "new\n" + created.get(lambda) : before.identity();
    }

    private RunningLambda result(Lambda lambda) {
        Optional<RunningLambda> before = Optional.ofNullable(running.get(lambda.body()));
        Optional<Entry> place =
                Optional.ofNullable(placed.get(lambda.body())).or(() -> before.flatMap(RunningLambda::creatable));
        Forms now = forms.of(host, lambda.body(), this::identity);
        Map<Entry, Forms> entries =
                new LinkedHashMap<>(before.map(RunningLambda::entries).orElse(Map.of()));
        place.ifPresent(p -> entries.putIfAbsent(p, now));
        return new RunningLambda(
                host, lambda.body(), now, lambda.placedShape(), identity(lambda), lambda.isHot(), entries, place);
    }

    private Entry entryOf(MethodNode body) throws RefusedException {
        RunningLambda before = running.get(body);
        if (before != null && before.creatable().isPresent()) {
            return before.creatable().get();
        }
        Entry known = placed.get(body);
        if (known != null) {
            return known;
        }
        MethodNode moved = moved(body);
        Entry entry = Entry.of(patch.patchClass(host).name, moved);
        placed.put(body, entry);
        link(moved);
        patch.addGuarded(host, moved);
        return entry;
    }

    private void redirect(RunningLambda before, Lambda lambda) throws RefusedException {
        if (before.entries().keySet().stream().noneMatch(e -> linkage.leadsOn(e, before.hot()))) {
            return;
        }
        Entry place;
        if (before.creatable().isPresent()) {
            MethodNode moved = moved(lambda.body());
            link(moved);
            patch.addMethod(host, moved);
            place = Entry.of(patch.patchClass(host).name, moved);
        } else {
            place = entryOf(lambda.body());
        }
        Forms now = forms.of(host, lambda.body(), this::identity);
        for (Map.Entry<Entry, Forms> e : before.entries().entrySet()) {
            if (linkage.leadsOn(e.getKey(), before.hot())) {
                patch.addFunction(function(e.getKey(), e.getValue(), now, code(place), before));
            }
        }
    }

    private FunctionPatch function(Entry e, Forms began, Forms now, MethodRef code, RunningLambda before)
            throws RefusedException {
        String id = linkage.additions().entryId(e);
        return new FunctionPatch(
                id,
                Pointers.whole(id, now, began),
                Pointers.content(id, now, began),
                Names.binary(e.owner()),
                e.name(),
                e.descriptor(),
                e.isStatic(),
                false,
                before.hot(),
                code,
                before.hot() && before.forms().isSame(began)
                        ? List.of(new VersionBody(id, oldBody(before)))
                        : List.of());
    }

    /** The body that a hot closure began with, which the address of its entry still stands for. */
    private MethodRef oldBody(RunningLambda before) throws RefusedException {
        Entry known = carried.get(before);
        if (known == null) {
            LambdaLinker old = new LambdaLinker(linkage, patch, forms, before.source(), before.body(), List.of());
            MethodNode moved = old.moved(before.body());
            old.link(moved);
            patch.addMethod(before.source(), moved);
            known = Entry.of(patch.patchClass(before.source()).name, moved);
            carried.put(before, known);
        }
        return code(known);
    }

    private static MethodRef code(Entry place) {
        return new MethodRef(Names.binary(place.owner()), place.name(), place.descriptor());
    }

    private MethodNode moved(MethodNode body) {
        boolean isStatic = (body.access & Opcodes.ACC_STATIC) != 0;
        return Moved.copy(
                body,
                Arrays.asList(body.instructions.toArray()),
                patch.freeName(host, body.name),
                Instructions.flat(host.name(), body.desc, isStatic));
    }

    private void link(MethodNode moved) throws RefusedException {
        new BodyLinker(linkage, patch, host, host, patch.patchClass(host), this).link(moved);
    }
}
