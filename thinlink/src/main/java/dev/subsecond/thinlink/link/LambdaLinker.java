package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.thinlink.diff.Entry;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.diff.LambdaMatch;
import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.RunningLambda;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Pointers pointers;
    private final ClassFile host;
    private final Map<Lambda, String> created = new LinkedHashMap<>();
    private final Map<MethodNode, RunningLambda> running = new HashMap<>();
    private final Map<MethodNode, Entry> placed = new HashMap<>();

    LambdaLinker(
            Linkage linkage,
            PatchBuilder patch,
            Pointers pointers,
            ClassFile host,
            MethodNode method,
            List<RunningLambda> before,
            SwitchMaps switchMaps) {
        this.linkage = linkage;
        this.patch = patch;
        this.pointers = pointers;
        this.host = host;
        Lambda.createdBy(host, method).forEach(l -> created.put(l, NormalForm.of(host, l.body(), switchMaps)));
        LambdaMatch.match(before, created).forEach((l, r) -> running.put(l.body(), r));
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
            if (before != null && (all || !before.normalForm().equals(c.getValue()))) {
                redirect(before, c.getKey().body(), c.getValue());
            }
        }
    }

    /** Whether each lambda has a running counterpart, which {@link #redirectChanged} has brought up to date if need be. */
    boolean allRun() {
        return created.keySet().stream().allMatch(l -> running.containsKey(l.body()));
    }

    /** What runs once the patch is committed. */
    List<RunningLambda> result() {
        List<RunningLambda> result = new ArrayList<>();
        created.forEach((lambda, normalForm) -> {
            Optional<RunningLambda> before = Optional.ofNullable(running.get(lambda.body()));
            Optional<Entry> place =
                    Optional.ofNullable(placed.get(lambda.body())).or(() -> before.flatMap(RunningLambda::creatable));
            List<Entry> entries =
                    new ArrayList<>(before.map(RunningLambda::entries).orElse(List.of()));
            place.filter(p -> !entries.contains(p)).ifPresent(entries::add);
            result.add(new RunningLambda(normalForm, lambda.shape(), entries, place));
        });
        return result;
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

    private void redirect(RunningLambda before, MethodNode body, String normalForm) throws RefusedException {
        Entry place;
        if (before.creatable().isPresent()) {
            MethodNode moved = moved(body);
            link(moved);
            patch.addMethod(host, moved);
            place = Entry.of(patch.patchClass(host).name, moved);
        } else {
            place = entryOf(body);
        }
        MethodRef code = new MethodRef(Names.binary(place.owner()), place.name(), place.descriptor());
        for (Entry e : before.entries()) {
            Key key = new Key(e.name(), e.descriptor());
            String pointer = pointers.of(e.owner(), key, normalForm);
            patch.addFunction(new FunctionPatch(
                    linkage.additions().functionId(e.owner(), key),
                    pointer,
                    pointer,
                    Names.binary(e.owner()),
                    e.name(),
                    e.descriptor(),
                    e.isStatic(),
                    false,
                    false,
                    code,
                    List.of()));
        }
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
