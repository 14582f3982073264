package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.Forms;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningLambda;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Links the makers of one patch, each with those of the constructors that it calls first, up to the libraries. */
final class MakerLinker {

    private static final String FAILURE = "java/lang/InstantiationError";
    private static final String NOT_HERE =
            "until the next start only the program's own code can make objects of this class";

    private final Program program;
    private final Linkage linkage;
    private final PatchBuilder patch;
    private final NextState next;
    private final BodyForms forms;
    private final FieldLinker fields;
    private final Set<String> linked = new HashSet<>();
    private final Map<String, LambdaLinker> lambdas = new HashMap<>();

    MakerLinker(
            Program program, Linkage linkage, PatchBuilder patch, NextState next, BodyForms forms, FieldLinker fields) {
        this.program = program;
        this.linkage = linkage;
        this.patch = patch;
        this.next = next;
        this.forms = forms;
        this.fields = fields;
    }

    /** The lambdas of one constructor, which its maker has in common with its body behind the entry. */
    LambdaLinker lambdas(ClassFile owner, MethodNode m) {
        return lambdas.computeIfAbsent(
                owner.name() + m.name + m.desc,
                x -> new LambdaLinker(linkage, patch, forms, owner, m, before(owner, m)));
    }

    private List<RunningLambda> before(ClassFile owner, MethodNode m) {
        RunningMethod running = running(owner, m);
        return running == null ? List.of() : running.lambdas();
    }

    private @Nullable RunningMethod running(ClassFile owner, MethodNode m) {
        RunningClass c = program.running(owner.name());
        return c == null ? null : c.methods().get(Key.of(m));
    }

    /**
     * Links the maker of the constructor {@code m}.
     *
     * @return the maker's address
     */
    String link(ClassFile owner, MethodNode m) throws RefusedException {
        String id = linkage.makerId(owner.name(), m.desc);
        if (!linked.add(owner.name() + m.desc)) {
            return id;
        }
        Key key = Makers.key(owner.name(), m.desc);
        LambdaLinker own = lambdas(owner, m);
        ClassNode patchClass = patch.patchClass(owner);
        MethodNode moved =
                Moved.copy(m, Arrays.asList(m.instructions.toArray()), patch.freeName(owner, m.name), key.descriptor());
        BodyLinker linker = new BodyLinker(linkage, patch, owner, owner, patchClass, own);
        linker.link(moved);
        new MakerBody(this, program, patch, owner, m, moved).complete(fields.beginConstruction(owner), linker);
        patch.addMethod(owner, moved);
        Forms now = forms.of(owner, m, own::identity);
        MethodRef body = new MethodRef(Names.binary(patchClass.name), moved.name, moved.desc);
        patch.addNewFunction(id, owner, key, true, now, body);
        next.maker(owner, Key.of(m));
        return id;
    }

    /**
     * Makes {@code m}, a constructor of a new class as it is written for the JVM, fail at once if it would call one that the
     * JVM does not have or does not let it call.
     */
    void withoutUncallable(ClassFile owner, MethodNode m) {
        if (m.name.equals(Names.CONSTRUCTOR) && !program.makers().canCallFirst(owner, m)) {
            m.instructions.clear();
            m.tryCatchBlocks.clear();
            m.localVariables = null;
            m.visitTypeInsn(Opcodes.NEW, FAILURE);
            m.visitInsn(Opcodes.DUP);
            m.visitLdcInsn(NOT_HERE);
            m.visitMethodInsn(Opcodes.INVOKESPECIAL, FAILURE, Names.CONSTRUCTOR, "(Ljava/lang/String;)V", false);
            m.visitInsn(Opcodes.ATHROW);
        }
    }

    /** Links the makers that code has asked for since and that neither run nor belong to another change. */
    void satisfy() throws RefusedException {
        while (!patch.demandedMakers().isEmpty()) {
            Access.ByMaker demanded = patch.demandedMakers().remove();
            require(demanded.owner(), demanded.descriptor());
        }
    }

    /** Sees to it that the constructor has a maker when the patch goes live, and returns that one's address. */
    String require(String owner, String descriptor) throws RefusedException {
        Key constructor = new Key(Names.CONSTRUCTOR, descriptor);
        RunningClass running = program.running(owner);
        boolean runs = running != null && running.makers().contains(constructor);
        Additions additions = linkage.additions();
        if (additions.refusesMaker(owner, descriptor)) {
            throw new RefusedException(
                    Refusal.DEPENDS, Names.readableMethod(owner, constructor.name(), constructor.descriptor()));
        }
        if (!runs && !additions.bringsMaker(owner, descriptor)) {
            carry(owner, constructor);
        }
        return linkage.makerId(owner, descriptor);
    }

    /** A constructor that nobody changed, but that objects need whose own constructors cannot be called. */
    private void carry(String owner, Key constructor) throws RefusedException {
        ClassFile c = program.newest(owner).orElseThrow();
        Optional<MethodNode> m = c.method(constructor.name(), constructor.descriptor());
        if (m.isEmpty()) {
            throw new RefusedException(
                    Refusal.DEPENDS, Names.readableMethod(owner, constructor.name(), constructor.descriptor()));
        }
        link(c, m.get());
        patch.carry(owner, constructor, Causes.MADE_OTHERWISE);
        RunningMethod running = running(c, m.get());
        if (running != null) {
            next.lambdas(
                    c,
                    constructor,
                    new RunningMethod(
                            running.source(),
                            running.node(),
                            running.forms(),
                            lambdas(c, m.get()).result(),
                            running.meaning()));
        }
    }
}
