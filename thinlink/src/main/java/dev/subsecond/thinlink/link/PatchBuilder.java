package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.FamilyMember;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.thinlink.Carried;
import dev.subsecond.thinlink.diff.Forms;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Collects what one patch consists of while its members are linked. */
final class PatchBuilder {

    /**
     * A class of the patch and the running class whose package and loader it shares.
     *
     * @param hasFrames whether its code carries stack map frames, else they are computed
     */
    record Defined(ClassNode node, String host, boolean hasFrames) {}

    /** The receivers of an added virtual method. */
    record Family(String root, Key method, Map<String, FamilyMember> members) {}

    private final long sequence;
    private final Map<String, ClassNode> patchClasses = new LinkedHashMap<>();
    private final Map<String, Set<String>> guarded = new LinkedHashMap<>();
    private final List<Defined> others = new ArrayList<>();
    private final Map<String, ClassFile> switchMaps = new LinkedHashMap<>();
    private final Map<String, ClassNode> overlay = new LinkedHashMap<>();
    private final List<FunctionPatch> functions = new ArrayList<>();
    private final Map<String, Family> families = new LinkedHashMap<>();
    private final Map<HandleRef, Integer> handles = new LinkedHashMap<>();
    private final Set<String> methodNames = new HashSet<>();
    private final Deque<Access.ByMaker> demandedMakers = new ArrayDeque<>();
    private final Map<String, String> carried = new LinkedHashMap<>();

    PatchBuilder(long sequence) {
        this.sequence = sequence;
    }

    long sequence() {
        return sequence;
    }

    static String patchClassName(String host, long sequence) {
        return host + "$$Hot" + sequence;
    }

    /** The class that takes the moved bodies of {@code host}. */
    ClassNode patchClass(ClassFile host) {
        return patchClasses.computeIfAbsent(host.name(), x -> emptyPatchClass(host));
    }

    /** A method name that the patch class of {@code host} does not have yet, as close to {@code wanted} as can be. */
    String freeName(ClassFile host, String wanted) {
        String name = wanted.equals("<init>") ? "new" : wanted;
        String free = name;
        for (int i = 2; !methodNames.add(host.name() + " " + free); i++) {
            free = name + "$" + i;
        }
        return free;
    }

    void addMethod(ClassFile host, MethodNode method) {
        patchClass(host).methods.add(method);
    }

    /** Adds a method that later patches can redirect. */
    void addGuarded(ClassFile host, MethodNode method) {
        addMethod(host, method);
        guarded.computeIfAbsent(patchClass(host).name, x -> new HashSet<>()).add(method.name);
    }

    /** Adds a class that holds no moved bodies. */
    void addClass(ClassNode node, ClassFile host) {
        others.add(new Defined(node, host.name(), true));
    }

    /** Adds a class whose stack map frames have still to be computed. */
    void addComputed(ClassNode node, ClassFile host) {
        others.add(new Defined(node, host.name(), false));
    }

    /** Adds a class that code of {@code host} needs to switch over enums, once. */
    void addSwitchMap(ClassFile switchMap, ClassFile host) {
        if (switchMaps.putIfAbsent(switchMap.name(), switchMap) == null) {
            addClass(SwitchMapCopy.of(switchMap), host);
        }
    }

    Collection<ClassFile> switchMaps() {
        return switchMaps.values();
    }

    /** Code of this patch makes an object that way. */
    void demandMaker(Access.ByMaker maker) {
        demandedMakers.add(maker);
    }

    /** The demands that nobody has looked at yet. */
    Deque<Access.ByMaker> demandedMakers() {
        return demandedMakers;
    }

    /** Notes that a method is part of the patch although it did not change. */
    void carry(String owner, Key key, String cause) {
        carried.put(Names.readableMethod(owner, key.name(), key.descriptor()), cause);
    }

    List<Carried> carried() {
        return carried.entrySet().stream()
                .map(e -> new Carried(e.getKey(), e.getValue()))
                .toList();
    }

    void addOverlay(ClassNode node) {
        overlay.put(node.name, node);
    }

    /** Adds a function; a lambda that two constructors create comes twice with the same body, and counts once. */
    void addFunction(FunctionPatch function) {
        if (functions.stream().noneMatch(f -> f.id().equals(function.id()))) {
            functions.add(function);
        }
    }

    /** Adds a function that the program was not started with and that no stub calls. */
    void addNewFunction(String id, ClassFile owner, Key key, boolean isStatic, Forms now, MethodRef body) {
        addFunction(new FunctionPatch(
                id,
                Pointers.whole(id, now, null),
                Pointers.content(id, now, null),
                owner.binaryName(),
                key.name(),
                key.descriptor(),
                isStatic,
                true,
                false,
                body,
                List.of()));
    }

    /** Puts a function's pointer right once it is known what all functions are. */
    void replaceFunctions(UnaryOperator<FunctionPatch> replacement) {
        functions.replaceAll(replacement);
    }

    void addFamilyMember(String id, String root, Key method, FamilyMember member) {
        families.computeIfAbsent(id, x -> new Family(root, method, new LinkedHashMap<>()))
                .members()
                .put(member.receiver(), member);
    }

    int handle(HandleRef handle) {
        return handles.computeIfAbsent(handle, x -> handles.size());
    }

    /** The classes to define, moved bodies first. */
    List<Defined> classes() {
        List<Defined> all = new ArrayList<>();
        patchClasses.forEach((host, node) -> {
            if (!node.methods.isEmpty()) {
                all.add(new Defined(node, host, true));
            }
        });
        all.addAll(others);
        return all;
    }

    Set<String> guardedMethods(String patchClass) {
        return guarded.getOrDefault(patchClass, Set.of());
    }

    Map<String, ClassNode> overlay() {
        return overlay;
    }

    List<FunctionPatch> functions() {
        return functions;
    }

    Map<String, Family> families() {
        return families;
    }

    List<HandleRef> handles() {
        return List.copyOf(handles.keySet());
    }

    boolean isEmpty() {
        return functions.isEmpty() && families.isEmpty() && others.isEmpty() && overlay.isEmpty();
    }

    private ClassNode emptyPatchClass(ClassFile host) {
        ClassNode node = new ClassNode();
        node.version = host.node().version;
        node.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER;
        node.name = patchClassName(host.name(), sequence);
        node.superName = "java/lang/Object";
        node.sourceFile = host.node().sourceFile;
        node.sourceDebug = host.node().sourceDebug;
        return node;
    }
}
