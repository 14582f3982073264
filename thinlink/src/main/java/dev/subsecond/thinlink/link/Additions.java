package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.thinlink.diff.AddedField;
import dev.subsecond.thinlink.diff.Entry;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * The members that code may use although no loaded class has them: those that earlier patches added, and those that this
 * patch is about to add.
 */
final class Additions {

    private final Program program;
    private final Map<String, Map<Key, String>> fields = new HashMap<>();
    private final Map<String, Set<Key>> methods = new HashMap<>();
    private final Map<String, Set<Key>> relinked = new HashMap<>();
    private final Set<String> classes = new HashSet<>();
    private final boolean all;
    private final Set<String> makers = new HashSet<>();
    private final Set<String> refusedMakers = new HashSet<>();

    Additions(Program program) {
        this(program, false);
    }

    private Additions(Program program, boolean all) {
        this.program = program;
        this.all = all;
    }

    /** Everything that the newest sources add, as if nothing were refused. */
    static Additions expected(Program program) {
        return new Additions(program, true);
    }

    void addField(String owner, Key key, String holder) {
        fields.computeIfAbsent(owner, x -> new HashMap<>()).put(key, holder);
    }

    void addMethod(String owner, Key key) {
        methods.computeIfAbsent(owner, x -> new HashSet<>()).add(key);
    }

    /** A method of the image gets code from a change of its own. */
    void addRelinked(String owner, Key key) {
        relinked.computeIfAbsent(owner, x -> new HashSet<>()).add(key);
    }

    /** Whether a change of this patch brings code for the method. */
    boolean relinks(String owner, Key key) {
        return relinked.getOrDefault(owner, Set.of()).contains(key);
    }

    void addClass(String internalName) {
        classes.add(internalName);
    }

    /** This patch brings a maker for the constructor. */
    void addMaker(String owner, String descriptor) {
        makers.add(owner + descriptor);
    }

    /** What the newest sources say of the constructor cannot be done. */
    void refuseMaker(String owner, String descriptor) {
        refusedMakers.add(owner + descriptor);
    }

    /** Whether the constructor's maker belongs to another change of this patch. */
    boolean bringsMaker(String owner, String descriptor) {
        return makers.contains(owner + descriptor);
    }

    boolean refusesMaker(String owner, String descriptor) {
        return refusedMakers.contains(owner + descriptor);
    }

    /** The class that holds an added field; null if no patch has added it. */
    @Nullable
    String holder(String owner, Key key) {
        String fresh = fields.getOrDefault(owner, Map.of()).get(key);
        RunningClass running = program.running(owner);
        AddedField earlier = running == null ? null : running.addedFields().get(key);
        return fresh != null || earlier == null ? fresh : earlier.holder();
    }

    boolean hasMethod(String owner, Key key) {
        RunningClass running = program.running(owner);
        RunningMethod runs = running == null ? null : running.methods().get(key);
        boolean earlier = running != null && runs != null && !running.hasLoaded(runs.node());
        return all || earlier || methods.getOrDefault(owner, Set.of()).contains(key);
    }

    boolean hasClass(String internalName) {
        return classes.contains(internalName);
    }

    /** The address in the image of a function, or the place in the table that an added one takes. */
    String functionId(String owner, Key key) {
        return address(owner, functionName(owner, key), key);
    }

    /** The name of the function that a method is: its own, unless the image has another method of that name and type. */
    String functionName(String owner, Key key) {
        MethodNode newest = program.newest(owner)
                .flatMap(c -> c.method(key.name(), key.descriptor()))
                .orElse(null);
        MethodNode loaded = program.hasRunning(owner)
                ? program.runningClass(owner)
                        .loaded()
                        .method(key.name(), key.descriptor())
                        .orElse(null)
                : null;
        if (newest == null || loaded == null || ((newest.access ^ loaded.access) & Opcodes.ACC_STATIC) == 0) {
            return key.name();
        }
        return key.name()
                + ((newest.access & Opcodes.ACC_STATIC) != 0 ? FunctionPatch.NOW_STATIC : FunctionPatch.NOW_INSTANCE);
    }

    /** The address of an entry. A lambda of the newest sources that happens to have the name of this one is another. */
    String entryId(Entry e) {
        return address(e.owner(), e.name(), new Key(e.name(), e.descriptor()));
    }

    /** The place in the table of the family of virtual methods that {@code root} begins. */
    String familyId(String root, Key key) {
        return address(root, key.name(), key);
    }

    private String address(String owner, String name, Key key) {
        return Addresses.format(Addresses.function(program.buildId(), Names.binary(owner), name, key.descriptor()));
    }
}
