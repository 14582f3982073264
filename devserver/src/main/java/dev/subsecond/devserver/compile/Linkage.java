package dev.subsecond.devserver.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Looks whether changed class files go with those around them: whether each class and member of the program that the code
 * names is there. A program that another compiler is halfway through writing is found out by that.
 */
final class Linkage {

    private static final Set<String> OBJECT = DeclaredMembers.ofObject();

    private final Program before;
    private final Program program;
    private final Set<String> changed;
    private final Map<String, Set<String>> members = new HashMap<>();

    /**
     * Prepares to look.
     *
     * @param changed binary names of the classes that were written or deleted
     */
    Linkage(Program before, Program program, Set<String> changed) {
        this.before = before;
        this.program = program;
        this.changed = changed;
    }

    /** What does not go together, one message for each class that names what is not there. */
    List<CompilerMessage> problems() {
        List<CompilerMessage> problems = new ArrayList<>();
        Set<String> affected = withSubclasses();
        for (CompiledClass each : program.compiledClasses()) {
            boolean touched = changed.contains(each.name())
                    || !Collections.disjoint(each.facts().references(), affected);
            String missing = touched ? firstMissing(each) : null;
            if (missing != null) {
                problems.add(CompilerMessage.failure(
                        each.source().name(),
                        "the class " + each.name() + " needs " + missing
                                + ", which is not there: the compiler has not finished, or did not compile all that"
                                + " depends on the change"));
            }
        }
        return problems;
    }

    /** Who names a member of a class may name a subclass instead, which has not changed. */
    private Set<String> withSubclasses() {
        Set<String> affected = new HashSet<>(changed);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (CompiledClass each : program.compiledClasses()) {
                grows |= !Collections.disjoint(each.facts().supertypes(), affected) && affected.add(each.name());
            }
        }
        return affected;
    }

    private @Nullable String firstMissing(CompiledClass user) {
        for (String name : user.facts().references()) {
            if (changed.contains(name) && isGone(name)) {
                return "the class " + name;
            }
        }
        Uses uses = new Uses();
        new ClassReader(user.file().bytes()).accept(uses, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return uses.missing.isEmpty() ? null : "the member " + uses.missing.first();
    }

    private boolean isGone(String name) {
        return before.compiled(name) != null && program.compiled(name) == null;
    }

    private final class Uses extends ClassVisitor {

        private final TreeSet<String> missing = new TreeSet<>();

        Uses() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new UsesOfMethod();
        }

        private final class UsesOfMethod extends MethodVisitor {

            UsesOfMethod() {
                super(Opcodes.ASM9);
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                use(owner, DeclaredMembers.field(name, descriptor));
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                use(owner, DeclaredMembers.method(name, descriptor));
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                for (Object each : arguments) {
                    if (each instanceof Handle handle) {
                        use(handle);
                    }
                }
            }
        }

        private void use(Handle handle) {
            boolean field = handle.getTag() <= Opcodes.H_PUTSTATIC;
            String member = field
                    ? DeclaredMembers.field(handle.getName(), handle.getDesc())
                    : DeclaredMembers.method(handle.getName(), handle.getDesc());
            use(handle.getOwner(), member);
        }

        private void use(String owner, String member) {
            String name = owner.replace('/', '.');
            if (!has(name, member)) {
                missing.add(name + "." + member);
            }
        }
    }

    /** Also true where the search leaves the program: what a library has is not known here, but what Object has is. */
    private boolean has(String className, String member) {
        CompiledClass compiled = program.compiled(className);
        if (compiled == null) {
            return !className.equals("java.lang.Object") || OBJECT.contains(member);
        }
        return members.computeIfAbsent(
                                className,
                                name -> DeclaredMembers.of(compiled.file().bytes()))
                        .contains(member)
                || compiled.facts().supertypes().stream().anyMatch(supertype -> has(supertype, member));
    }
}
