package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.ClassView;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/**
 * Finds code that needs an object to be of a type which its class has by the newest sources only: a loaded class keeps its
 * supertypes. The JVM's verifier would not take such code, or, if the type is an interface, the first call would fail.
 */
final class MissingSupertypes {

    private final boolean any;
    private final ClassView newest;
    private final ClassView there;
    private final Map<String, Set<String>> byNewest = new HashMap<>();
    private final Map<String, Set<String>> byThere = new HashMap<>();

    /** @param any whether a running class lacks a supertype at all; nothing is looked at otherwise */
    MissingSupertypes(Program program, boolean any) {
        this.any = any;
        newest = program::newest;
        there = name -> program.hasRunning(name) ? program.loaded(name) : program.newest(name);
    }

    /** @throws RefusedException naming the class that lacks a supertype which {@code code} needs */
    void check(String owner, MethodNode code) throws RefusedException {
        if (!any) {
            return;
        }
        Flows flows = new Flows(owner);
        try {
            MethodNode copy = new MethodNode(Opcodes.ASM9, code.access, code.name, code.desc, null, null);
            code.accept(copy);
            copy.maxStack = Math.max(code.maxStack, 0) + 4;
            copy.maxLocals = Math.max(code.maxLocals, Type.getArgumentsAndReturnSizes(code.desc) >> 2) + 4;
            new Analyzer<>(flows).analyze(owner, copy);
        } catch (AnalyzerException e) {
            return; // code that is not whole yet: what comes of it is checked
        }
        if (flows.lacking != null) {
            throw new RefusedException(Refusal.DEPENDS, Names.readableClass(flows.lacking));
        }
    }

    /** @throws RefusedException if objects of {@code named} do not have what {@code declaring} gives them by the sources */
    void check(String named, ClassFile declaring) throws RefusedException {
        if (any && isMissing(declaring.name(), named)) {
            throw new RefusedException(Refusal.DEPENDS, Names.readableClass(lacking(declaring.name(), named)));
        }
    }

    /** The class on the way from {@code type} to {@code supertype} that was loaded without it. */
    private String lacking(String supertype, String type) {
        ClassFile c = newest.find(type).orElseThrow();
        return Stream.concat(Stream.of(type), Members.supertypes(newest, c).stream())
                .filter(name -> there.find(name).isPresent() && isMissing(supertype, name))
                .reduce((below, above) -> above)
                .orElse(type);
    }

    private boolean isMissing(String supertype, String type) {
        return !supertype.equals(type)
                && isBelowByNewest(supertype, type)
                && !supertypes(byThere, there, type).contains(supertype);
    }

    private boolean isBelowByNewest(String supertype, String type) {
        return supertype.equals(type) || supertypes(byNewest, newest, type).contains(supertype);
    }

    private static Set<String> supertypes(Map<String, Set<String>> known, ClassView view, String type) {
        Set<String> supertypes = known.get(type);
        if (supertypes == null) {
            supertypes = view.find(type).map(c -> Members.supertypes(view, c)).orElse(Set.of());
            known.put(type, supertypes);
        }
        return supertypes;
    }

    /** Types by the newest sources, and a note where one flows to another that the running program does not know as such. */
    private final class Flows extends SimpleVerifier {

        private @Nullable String lacking;

        Flows(String owner) {
            super(Opcodes.ASM9, Type.getObjectType(owner), null, null, false);
        }

        @Override
        protected boolean isInterface(Type type) {
            return find(type).filter(ClassFile::isInterface).isPresent();
        }

        @Override
        protected Type getSuperClass(Type type) {
            return Type.getObjectType(find(type).map(c -> c.node().superName).orElse("java/lang/Object"));
        }

        private Optional<ClassFile> find(Type type) {
            return type.getSort() == Type.OBJECT ? newest.find(type.getInternalName()) : Optional.empty();
        }

        @Override
        protected boolean isAssignableFrom(Type type1, Type type2) {
            note(type1, type2);
            return type1.equals(type2)
                    || type1.getInternalName().equals("java/lang/Object")
                    || (type1.getSort() == Type.OBJECT
                            && type2.getSort() == Type.OBJECT
                            && isBelowByNewest(type1.getInternalName(), type2.getInternalName()));
        }

        @Override
        protected boolean isSubTypeOf(BasicValue value, BasicValue expected) {
            note(expected.getType(), value.getType());
            return true;
        }

        private void note(@Nullable Type wanted, @Nullable Type given) {
            String supertype = className(wanted);
            String type = className(given);
            if (supertype != null && type != null && isMissing(supertype, type)) {
                lacking = lacking(supertype, type);
            }
        }

        private static @Nullable String className(@Nullable Type type) {
            return type != null && type.getSort() == Type.OBJECT ? type.getInternalName() : null;
        }
    }
}
