package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.ClassView;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;

/**
 * The linker's check of its own output: code must be well formed, and each member it names directly must be one that the
 * running program or the patch has and that the class may use. A fault found here ends as a refusal instead of in the program.
 */
final class PatchCheck {

    private static final Pattern OF_PATCHES = Pattern.compile("\\$\\$(Hot|Fields|Static|Caller)");

    private final Program program;
    private final ClassView loaded;
    private final Map<String, ClassFile> made = new HashMap<>();

    private PatchCheck(Program program) {
        this.program = program;
        this.loaded = program::loaded;
    }

    /**
     * Checks the classes that {@code patch} defines or writes.
     *
     * @return the first fault of each class that has one, by the class's name
     */
    static Map<String, RefusedException> faults(Program program, PatchBuilder patch) {
        PatchCheck check = new PatchCheck(program);
        patch.classes().forEach(c -> check.made.put(c.node().name, new ClassFile(c.node())));
        patch.overlay().forEach((name, node) -> check.made.put(name, new ClassFile(node)));
        Map<String, RefusedException> faults = new HashMap<>();
        for (ClassFile c : check.made.values()) {
            try {
                check.methods(c);
            } catch (RefusedException e) {
                faults.put(c.name(), e);
            }
        }
        return faults;
    }

    private void methods(ClassFile c) throws RefusedException {
        for (MethodNode m : c.methods()) {
            method(c, m);
        }
    }

    private void method(ClassFile c, MethodNode m) throws RefusedException {
        try {
            m.maxStack = Math.max(m.maxStack, 0) + 4;
            m.maxLocals = Math.max(m.maxLocals, parameterSlots(m)) + 4;
            new Analyzer<>(new BasicVerifier()).analyze(c.name(), m);
        } catch (AnalyzerException e) {
            throw fault(c, m, String.valueOf(e.getMessage()));
        }
        for (AbstractInsnNode i : m.instructions) {
            if (i instanceof MethodInsnNode call) {
                require(c, m, find(call).orElse(null), call.owner, call.name);
            } else if (i instanceof FieldInsnNode access) {
                require(c, m, find(access).orElse(null), access.owner, access.name);
            }
        }
    }

    /** A member that a direct instruction names. */
    private record Found(ClassFile owner, int access) {}

    private Optional<Found> find(MethodInsnNode call) {
        Key key = new Key(call.name, call.desc);
        return Members.method(this::anywhere, call.owner, key.name(), key.descriptor())
                .map(m -> new Found(m.owner(), m.method().access));
    }

    private Optional<Found> find(FieldInsnNode access) {
        return Members.field(this::anywhere, access.owner, access.name, access.desc)
                .map(f -> new Found(f.owner(), f.field().access));
    }

    private Optional<ClassFile> anywhere(String name) {
        return Optional.ofNullable(made.get(name)).or(() -> loaded.find(name));
    }

    private void require(ClassFile c, MethodNode m, @Nullable Found found, String owner, String name)
            throws RefusedException {
        boolean isArray = owner.startsWith("[");
        if (!isArray && anywhere(owner).isEmpty() && isNestedInOwn(owner)) {
            throw fault(c, m, "it names " + Names.readableClass(owner) + ", which does not exist");
        }
        // What no class path has may be a library of the program's own loader: only the JVM can tell.
        if (isArray || anywhere(owner).isEmpty()) {
            return;
        }
        String member = Names.readableClass(owner) + "." + name;
        if (found == null) {
            throw fault(c, m, "it names " + member + ", which does not exist");
        }
        boolean isPrivate = (found.access() & Opcodes.ACC_PRIVATE) != 0;
        // Constructors of nested classes that came with a patch are not private in the JVM.
        boolean isOpen = name.equals(Names.CONSTRUCTOR)
                && !program.isOfImage(found.owner().name());
        if (isPrivate && !isOpen && !found.owner().outermost().equals(c.outermost())) {
            throw fault(c, m, "it names " + member + ", which is private");
        }
    }

    /** Whether only the program can have a class of that name, and not by an earlier patch that made it up. */
    private boolean isNestedInOwn(String name) {
        if (OF_PATCHES.matcher(name).find()) {
            return false;
        }
        for (int i = name.lastIndexOf('$'); i > 0; i = name.lastIndexOf('$', i - 1)) {
            if (program.isOwn(name.substring(0, i))) {
                return true;
            }
        }
        return false;
    }

    private static int parameterSlots(MethodNode m) {
        return Type.getArgumentsAndReturnSizes(m.desc) >> 2;
    }

    private static RefusedException fault(ClassFile c, MethodNode m, String what) {
        return new RefusedException(Refusal.INTERNAL, Names.readableMethod(c.name(), m.name, m.desc) + ": " + what);
    }
}
