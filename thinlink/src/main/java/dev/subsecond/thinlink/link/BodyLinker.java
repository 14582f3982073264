package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.Lambda;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Names;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Links the references of one body to the running program, instruction by instruction.
 *
 * <p>The body may have moved to a patch class or stand in a class that is new as a whole; either way {@code host} is the
 * class whose code it is, and {@code target} the class that it runs in.
 */
final class BodyLinker {

    /** Where the body of a lambda is, once the code that creates it has moved or stayed. */
    @FunctionalInterface
    interface LambdaTargets {
        Handle of(Lambda lambda) throws RefusedException;
    }

    /** The lambdas of a class that is new as a whole are where the compiler put them. */
    static final LambdaTargets IN_PLACE =
            lambda -> Lambda.implementation(lambda.creation()).orElseThrow();

    private static final String LAMBDA_METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    /** Bootstraps whose arguments are constants that mean the same in every class of a package. */
    private static final Set<String> PLAIN_BOOTSTRAPS = Set.of(
            "java/lang/invoke/StringConcatFactory",
            "java/lang/runtime/SwitchBootstraps",
            "java/lang/invoke/ConstantBootstraps",
            "java/lang/constant/ClassDesc",
            "java/lang/Enum$EnumDesc");

    private final Linkage linkage;
    private final PatchBuilder patch;
    private final ClassFile source;
    private final ClassFile host;
    private final ClassNode target;
    private final LambdaTargets lambdas;
    private final ForeignTypes foreign;

    /**
     * A linker of bodies.
     *
     * @param source the class file that the bodies come from, in which their lambdas are found
     * @param host the class whose code they are, as the newest sources have it
     * @param target the class that they run in; receives the bridges they need
     */
    BodyLinker(
            Linkage linkage,
            PatchBuilder patch,
            ClassFile source,
            ClassFile host,
            ClassNode target,
            LambdaTargets lambdas) {
        this.linkage = linkage;
        this.patch = patch;
        this.source = source;
        this.host = host;
        this.target = target;
        this.lambdas = lambdas;
        this.foreign = linkage.foreignTypes(host);
    }

    /** Links every reference in {@code body}, which belongs to the caller and is changed in place. */
    void link(MethodNode body) throws RefusedException {
        linkage.checkSupertypes(host, body);
        Instantiations instantiations = Instantiations.of(body);
        for (AbstractInsnNode i : body.instructions.toArray()) {
            if (i instanceof FieldInsnNode f) {
                field(body, f);
            } else if (i instanceof MethodInsnNode m) {
                method(body, m, instantiations);
            } else if (i instanceof InvokeDynamicInsnNode d) {
                dynamic(body, d);
            } else if (i instanceof TypeInsnNode t) {
                linkage.checkType(host, Type.getObjectType(t.desc));
            } else if (i instanceof MultiANewArrayInsnNode a) {
                linkage.checkType(host, Type.getType(a.desc));
            } else if (i instanceof LdcInsnNode c) {
                constant(c.cst);
            }
        }
        foreign.hideInFrames(body);
    }

    private void field(MethodNode body, FieldInsnNode i) throws RefusedException {
        Access access = linkage.field(host, i.getOpcode(), i.owner, i.name, i.desc);
        if (linkage.isMadeVolatile(i.owner, i.name, i.desc)) {
            boolean reads = i.getOpcode() == Opcodes.GETFIELD || i.getOpcode() == Opcodes.GETSTATIC;
            FieldChanges.fence(body.instructions, i, reads);
        }
        if (access instanceof Access.Direct && isMoved() && foreign.in(i.desc)) {
            access = foreign.handle(i);
        }
        if (access instanceof Access.Direct direct) {
            Optional<ClassFile> switchMap = linkage.missingSwitchMap(direct.owner());
            switchMap.ifPresent(map -> patch.addSwitchMap(map, host));
            if (switchMap.isEmpty()) {
                linkage.checkType(host, Type.getObjectType(direct.owner()));
            }
            i.owner = direct.owner();
        } else {
            body.instructions.set(i, replacement(i, access));
        }
    }

    private AbstractInsnNode replacement(FieldInsnNode i, Access access) throws RefusedException {
        boolean gets = i.getOpcode() == Opcodes.GETFIELD || i.getOpcode() == Opcodes.GETSTATIC;
        if (access instanceof Access.ByHandle h) {
            return throughHandle(h);
        } else if (access instanceof Access.ByHolder h) {
            return new FieldInsnNode(i.getOpcode(), h.holder(), Holders.VALUE, i.desc);
        } else if (access instanceof Access.ByExtension e) {
            return Extensions.call(e.extension(), i.name, i.desc, gets);
        }
        throw new IllegalStateException("no field access: " + access);
    }

    private void method(MethodNode body, MethodInsnNode i, Instantiations instantiations) throws RefusedException {
        if (isMoved() && CallerSensitive.is(i.owner, i.name) && linkage.follows(LinkRule.CALLERS)) {
            if (CallerSensitive.isCallersClass(i.owner, i.name)) {
                throw new RefusedException(Refusal.CALLER_SENSITIVE, Names.readableMethod(i.owner, i.name, i.desc));
            }
            body.instructions.set(i, CallerSensitive.inTheNameOf(host, i));
            return;
        }
        Access access = linkage.method(host, i.getOpcode(), i.owner, new Key(i.name, i.desc));
        boolean initialisesThis = i.name.equals(Names.CONSTRUCTOR) && !instantiations.has(i);
        if (initialisesThis) {
            return; // only in a class that is new as a whole; its superclass's constructor has just been found
        }
        if (access instanceof Access.Direct && isMoved() && foreign.in(i.desc)) {
            access = foreign.handle(i);
        }
        if (access instanceof Access.Direct direct) {
            linkage.checkType(host, Type.getObjectType(direct.owner()));
            i.owner = direct.owner();
            return;
        }
        if (access instanceof Access.ByMaker maker) {
            instantiations.seed(i);
            patch.demandMaker(maker);
        } else if (i.name.equals(Names.CONSTRUCTOR)) {
            instantiations.drop(i);
        }
        body.instructions.set(i, replacement(i, access));
    }

    private AbstractInsnNode replacement(MethodInsnNode i, Access access) throws RefusedException {
        String flat = foreign.hidden(Instructions.flat(i.owner, i.desc, i.getOpcode() == Opcodes.INVOKESTATIC));
        if (access instanceof Access.ByHandle h) {
            return throughHandle(h);
        } else if (access instanceof Access.ByFunction f) {
            return Instructions.throughFunction(i.name, flat, f.id());
        } else if (access instanceof Access.ByFamily f) {
            return Instructions.throughFamily(i.name, flat, f.id());
        } else if (access instanceof Access.ByMaker m) {
            linkage.checkType(host, Type.getMethodType(i.desc));
            linkage.checkType(host, Type.getObjectType(i.owner));
            return Instructions.throughFunction("make", Makers.descriptor("L" + i.owner + ";", i.desc), m.id());
        }
        throw new IllegalStateException("no method access: " + access);
    }

    private InvokeDynamicInsnNode throughHandle(Access.ByHandle access) throws RefusedException {
        InvokeDynamicInsnNode call =
                Instructions.throughHandle(access.handle(), patch.sequence(), patch.handle(access.handle()));
        call.desc = foreign.hidden(call.desc);
        linkage.checkType(host, Type.getMethodType(call.desc));
        return call;
    }

    private void dynamic(MethodNode body, InvokeDynamicInsnNode i) throws RefusedException {
        linkage.checkType(host, Type.getMethodType(i.desc));
        String bootstrap = i.bsm.getOwner();
        if (bootstrap.equals(LAMBDA_METAFACTORY)) {
            closure(i);
        } else if (!isMoved()) {
            return;
        } else if (RecordMethods.is(i) && linkage.follows(LinkRule.RECORD_METHODS)) {
            body.instructions.set(i, RecordMethods.of(host, i));
            return;
        } else if (!PLAIN_BOOTSTRAPS.contains(bootstrap)) {
            throw new RefusedException(Refusal.UNKNOWN_BOOTSTRAP, Names.readableClass(bootstrap));
        }
        for (Object argument : i.bsmArgs) {
            constant(argument);
        }
    }

    private void closure(InvokeDynamicInsnNode i) throws RefusedException {
        Type functional = Type.getReturnType(i.desc);
        linkage.checkFunctionalInterface(
                functional.getInternalName(), new Key(i.name, ((Type) i.bsmArgs[0]).getDescriptor()));
        Optional<Lambda> lambda = Lambda.of(source, i);
        Handle implementation = lambda.isPresent()
                ? lambdas.of(lambda.get())
                : reference(Lambda.implementation(i).orElseThrow());
        i.bsmArgs = Lambda.withImplementation(i, implementation);
    }

    /** A method reference: as it is if this class may call the method, else by way of a bridge that calls it. */
    private Handle reference(Handle h) throws RefusedException {
        MethodNode bridge =
                Bridges.to(h, patch.freeName(host, "reference$" + h.getName().replaceAll("[<>]", "")));
        MethodInsnNode call = Bridges.callIn(bridge);
        Access access = linkage.method(host, call.getOpcode(), call.owner, new Key(call.name, call.desc));
        boolean asksForCaller =
                isMoved() && CallerSensitive.is(h.getOwner(), h.getName()) && linkage.follows(LinkRule.CALLERS);
        boolean isDirect = !asksForCaller
                && access instanceof Access.Direct direct
                && direct.owner().equals(h.getOwner());
        if (isDirect || !linkage.follows(LinkRule.BRIDGES)) {
            linkage.checkType(host, Type.getObjectType(h.getOwner()));
            return h;
        }
        link(bridge);
        target.methods.add(bridge);
        boolean inInterface = (target.access & Opcodes.ACC_INTERFACE) != 0;
        return new Handle(Opcodes.H_INVOKESTATIC, target.name, bridge.name, bridge.desc, inInterface);
    }

    /** A call that makes an object as the constructor call {@code call} would, and takes a value before the arguments. */
    MethodInsnNode callOfLoaded(MethodInsnNode call) throws RefusedException {
        String descriptor = Makers.descriptor("L" + call.owner + ";", call.desc);
        MethodNode bridge = Bridges.to(
                new Handle(Opcodes.H_NEWINVOKESPECIAL, call.owner, call.name, call.desc, false),
                patch.freeName(host, "made"));
        bridge.desc = descriptor;
        for (AbstractInsnNode i : bridge.instructions) {
            if (i instanceof VarInsnNode v) {
                v.var++;
            }
        }
        bridge.maxLocals++;
        link(bridge);
        target.methods.add(bridge);
        return new MethodInsnNode(Opcodes.INVOKESTATIC, target.name, bridge.name, descriptor, false);
    }

    private boolean isMoved() {
        return !target.name.equals(host.name());
    }

    private void constant(Object value) throws RefusedException {
        if (value instanceof Type t) {
            linkage.checkType(host, t);
        } else if (isMoved() && value instanceof ConstantDynamic c) {
            if (!PLAIN_BOOTSTRAPS.contains(c.getBootstrapMethod().getOwner())) {
                throw new RefusedException(Refusal.UNKNOWN_BOOTSTRAP, c.getName());
            }
        }
    }
}
