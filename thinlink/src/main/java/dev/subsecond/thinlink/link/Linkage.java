package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.diff.Entry;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Members.ResolvedField;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import dev.subsecond.thinlink.model.Names;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * Decides how code compiled against the newest classes reaches each member in the running program.
 *
 * <p>A reference is resolved twice: in the newest classes, which tell what the source means, and in the loaded ones, which
 * tell what is there. Where the two differ, a patch has added the member, or it was refused.
 */
final class Linkage {

    private final Program program;
    private final Additions additions;
    private final Overrides overrides;
    private final EntryCalls entryCalls;
    private final boolean inPlace;

    Linkage(Program program, Additions additions) {
        this(program, additions, false);
    }

    private Linkage(Program program, Additions additions, boolean inPlace) {
        this.program = program;
        this.additions = additions;
        this.overrides = new Overrides(program, additions);
        this.entryCalls = new EntryCalls(program);
        this.inPlace = inPlace;
    }

    Overrides overrides() {
        return overrides;
    }

    /** The same for code that stays in the class it was compiled into: only what it may not use has to be reached otherwise. */
    Linkage inPlace() {
        return new Linkage(program, additions, true);
    }

    ForeignTypes foreignTypes(ClassFile host) {
        return new ForeignTypes(program, host);
    }

    boolean follows(LinkRule rule) {
        return program.follows(rule);
    }

    Additions additions() {
        return additions;
    }

    /** Whether the method behind live objects of a lambda leads to newer code: by its guard, or because the runtime asks. */
    boolean leadsOn(Entry entry, boolean isHot) {
        return isHot || !program.isUnprepared(entry.owner());
    }

    /** Whether objects of the class have a place for the fields that patches add. */
    boolean hasSlot(ClassFile owner) {
        return !program.isUnprepared(owner.name());
    }

    /** How a patch class of {@code host} reaches a field. */
    Access field(ClassFile host, int opcode, String owner, String name, String descriptor) throws RefusedException {
        Optional<ResolvedField> meant = Members.field(program::newest, owner, name, descriptor)
                .or(() -> Members.field(program::loaded, owner, name, descriptor));
        if (meant.isEmpty() || meant.get().owner().isSwitchMap()) {
            return new Access.Direct(owner);
        }
        boolean isStatic = meant.get().is(Opcodes.ACC_STATIC);
        ClassFile declaring = meant.get().owner();
        program.missingSupertypes().check(owner, declaring);
        Optional<ResolvedField> there = program.loaded(declaring.name())
                .flatMap(c -> c.field(name, descriptor).map(f -> new ResolvedField(c, f)))
                .filter(f -> f.is(Opcodes.ACC_STATIC) == isStatic)
                .filter(f -> !FieldChanges.isMoved(
                        Optional.of(f.owner()), meant.get().field()));
        if (there.isPresent()) {
            return loadedField(host, opcode, owner, there.get());
        }
        if (additions.hasClass(declaring.name())) {
            return loadedField(host, opcode, owner, meant.get());
        }
        String holder = additions.holder(declaring.name(), Key.field(name, descriptor, isStatic));
        if (holder == null) {
            throw depends(Names.readableField(declaring.name(), name));
        }
        return isStatic ? new Access.ByHolder(holder) : new Access.ByExtension(holder);
    }

    /** The class that has to come with code which names it, as {@link Program#missingSwitchMap}. */
    Optional<ClassFile> missingSwitchMap(String internalName) {
        return program.missingSwitchMap(internalName);
    }

    /** Whether the sources promise a volatile field where the JVM has a plain one. */
    boolean isMadeVolatile(String owner, String name, String descriptor) {
        return Members.field(program::newest, owner, name, descriptor)
                .filter(f ->
                        FieldChanges.isMadeVolatile(program.loaded(f.owner().name()), f.field()))
                .isPresent();
    }

    private Access loadedField(ClassFile host, int opcode, String named, ResolvedField field) throws RefusedException {
        boolean puts = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        boolean putsFinal = puts && field.is(Opcodes.ACC_FINAL) && !isItself(host, field.owner());
        if (putsFinal && field.owner().is(Opcodes.ACC_RECORD) && follows(LinkRule.RECORD_FIELDS)) {
            throw new RefusedException(
                    Refusal.RECORD_CONSTRUCTOR,
                    Names.readableClass(field.owner().name()));
        }
        if (!putsFinal && isAccessible(host, field.owner(), field.field().access)) {
            return new Access.Direct(directOwner(named, field));
        }
        HandleKind kind = switch (opcode) {
            case Opcodes.GETFIELD -> HandleKind.GET_FIELD;
            case Opcodes.PUTFIELD -> HandleKind.PUT_FIELD;
            case Opcodes.GETSTATIC -> HandleKind.GET_STATIC;
            default -> HandleKind.PUT_STATIC;
        };
        boolean byHeir = field.is(Opcodes.ACC_PROTECTED) && !putsFinal && isHeir(host, field.owner());
        return handle(kind, host, field.owner(), byHeir, named, field.field().name, field.field().desc);
    }

    /** The class that the instruction names, unless the loaded classes would resolve that to another field. */
    private String directOwner(String named, ResolvedField field) {
        Optional<ResolvedField> found = Members.field(program::loaded, named, field.field().name, field.field().desc);
        return additions.hasClass(named)
                        || found.filter(f ->
                                        f.owner().name().equals(field.owner().name()))
                                .isPresent()
                ? named
                : field.owner().name();
    }

    private String directOwner(String named, Key key, ResolvedMethod method) {
        Optional<ResolvedMethod> found = Members.method(program::loaded, named, key.name(), key.descriptor());
        return additions.hasClass(named)
                        || found.filter(m ->
                                        m.owner().name().equals(method.owner().name()))
                                .isPresent()
                ? named
                : method.owner().name();
    }

    /** How a patch class of {@code host} reaches a method; constructors are methods here. */
    Access method(ClassFile host, int opcode, String owner, Key key) throws RefusedException {
        if (key.name().equals(Names.CONSTRUCTOR) && hasMaker(owner, key.descriptor())) {
            return new Access.ByMaker(owner, key.descriptor(), makerId(owner, key.descriptor()));
        }
        Optional<ResolvedMethod> meant = Members.method(program::newest, owner, key.name(), key.descriptor())
                .or(() -> Members.method(program::loaded, owner, key.name(), key.descriptor()));
        if (meant.isEmpty()) {
            return new Access.Direct(owner);
        }
        ClassFile declaring = meant.get().owner();
        program.missingSupertypes().check(owner, declaring);
        boolean isVirtual = opcode != Opcodes.INVOKESPECIAL && Families.isOverridable(meant.get());
        Optional<String> site = isVirtual ? overrides.siteRoot(owner, declaring, key) : Optional.empty();
        if (site.isPresent()) {
            return new Access.ByFamily(additions.familyId(site.get(), key));
        }
        Optional<ResolvedMethod> there = loadedMethod(declaring.name(), meant.get(), key)
                .filter(m -> standsFor(m.method(), meant.get().method(), isVirtual));
        if (there.isPresent()) {
            requireSameKind(declaring, there.get().owner());
            return isExact(meant.get(), there.get())
                    ? exact(there.get(), owner, key)
                    : loadedMethod(host, opcode, owner, key, there.get());
        }
        if (additions.hasClass(declaring.name())) {
            return loadedMethod(host, opcode, owner, key, meant.get());
        }
        if (!additions.hasMethod(declaring.name(), key)) {
            throw depends(Names.readableMethod(declaring.name(), key.name(), key.descriptor()));
        }
        Optional<ResolvedMethod> overridden = isVirtual ? overrides.overridden(declaring, key) : Optional.empty();
        if (overridden.isPresent()) {
            return loadedMethod(host, opcode, owner, key, overridden.get());
        }
        return isVirtual && follows(LinkRule.FAMILIES)
                ? new Access.ByFamily(additions.familyId(new Families(program).root(declaring, key), key))
                : new Access.ByFunction(additions.functionId(declaring.name(), key));
    }

    /**
     * Whether a call of {@code loaded} is one of {@code newest}: whoever selects by the receiver does not mind that the method
     * itself has no body yet.
     */
    static boolean standsFor(MethodNode loaded, MethodNode newest, boolean isVirtual) {
        int noBody = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
        boolean hasBody = (loaded.access & noBody) == 0 || (newest.access & noBody) != 0;
        return ((loaded.access ^ newest.access) & Opcodes.ACC_STATIC) == 0 && (isVirtual || hasBody);
    }

    private static Access exact(ResolvedMethod m, String named, Key key) {
        return handle(HandleKind.INVOKE_SPECIAL, m.owner(), m.owner(), false, named, key.name(), key.descriptor());
    }

    /** Whether the newest sources mean that very method while the JVM would select one by the receiver. */
    private static boolean isExact(ResolvedMethod meant, ResolvedMethod loaded) {
        return meant.is(Opcodes.ACC_PRIVATE) && Families.isVirtual(loaded.method());
    }

    private boolean hasMaker(String owner, String descriptor) {
        return program.makers().isNeeded(owner, descriptor) && !additions.refusesMaker(owner, descriptor);
    }

    /** The address of the maker that stands for a constructor. */
    String makerId(String owner, String descriptor) {
        return additions.functionId(owner, Makers.key(owner, descriptor));
    }

    /** The methods of interfaces are called by another kind of reference than those of classes (JVMS 5.4.3.3). */
    private void requireSameKind(ClassFile meant, ClassFile there) throws RefusedException {
        if (meant.isInterface() != there.isInterface() && follows(LinkRule.KIND_OF_REFERENCE)) {
            throw depends(Names.readableClass(there.name()));
        }
    }

    /** The loaded counterpart of a method; signature-polymorphic methods (JVMS 2.9.3) stand for themselves. */
    private Optional<ResolvedMethod> loadedMethod(String declaring, ResolvedMethod meant, Key key) {
        if (!meant.method().desc.equals(key.descriptor())) {
            return Optional.of(meant);
        }
        return program.loaded(declaring)
                .flatMap(c -> c.method(key.name(), key.descriptor()).map(m -> new ResolvedMethod(c, m)));
    }

    private Access loadedMethod(ClassFile host, int opcode, String named, Key key, ResolvedMethod method)
            throws RefusedException {
        Optional<HandleRef> entry = entryCalls.of(host, opcode, named, key, method);
        if (entry.isPresent()) {
            return new Access.ByHandle(entry.get());
        }
        boolean isConstructor = key.name().equals(Names.CONSTRUCTOR);
        boolean isPrivate = method.is(Opcodes.ACC_PRIVATE);
        boolean callsSuper = opcode == Opcodes.INVOKESPECIAL && !isConstructor;
        Optional<ResolvedMethod> led = callsSuper ? overrides.ledFrom(named, key, host) : Optional.empty();
        if (led.isPresent()) {
            return new Access.ByFunction(additions.functionId(led.get().owner().name(), OverrideLinker.own(key)));
        }
        if (callsSuper && !isPrivate && !inPlace && follows(LinkRule.SUPER_CALLS)) {
            HandleRef superCall = new HandleRef(
                    HandleKind.INVOKE_SPECIAL, host.binaryName(), Names.binary(named), key.name(), key.descriptor());
            return new Access.ByHandle(superCall);
        }
        boolean arrayClone = named.startsWith("[");
        if (arrayClone || isAccessible(host, method.owner(), method.method().access)) {
            return new Access.Direct(method.is(Opcodes.ACC_STATIC) ? directOwner(named, key, method) : named);
        }
        HandleKind kind = isConstructor
                ? HandleKind.NEW
                : method.is(Opcodes.ACC_STATIC) ? HandleKind.INVOKE_STATIC : HandleKind.INVOKE_VIRTUAL;
        boolean byHeir = method.is(Opcodes.ACC_PROTECTED) && isHeir(host, method.owner());
        return handle(kind, host, method.owner(), byHeir, named, key.name(), key.descriptor());
    }

    private boolean isHeir(ClassFile host, ClassFile declaring) {
        return program.isBelow(host, declaring.name());
    }

    private static Access handle(
            HandleKind kind,
            ClassFile host,
            ClassFile declaring,
            boolean byHeir,
            String named,
            String name,
            String descriptor) {
        // A protected member is found by the heir whose code this is, any other in the class that has it.
        String lookup = byHeir ? host.binaryName() : declaring.binaryName();
        String owner = byHeir ? Names.binary(named) : declaring.binaryName();
        return new Access.ByHandle(new HandleRef(kind, lookup, owner, name, descriptor));
    }

    private boolean isAccessible(ClassFile host, ClassFile declaring, int access) {
        boolean samePackage = host.packageName().equals(declaring.packageName());
        return !follows(LinkRule.HANDLES)
                || (access & Opcodes.ACC_PUBLIC) != 0
                || ((access & Opcodes.ACC_PRIVATE) == 0 ? samePackage || inPlace : sharesNest(host, declaring));
    }

    /** Whether the JVM lets code that stays in {@code host} use what is private in {@code declaring}. */
    private boolean sharesNest(ClassFile host, ClassFile declaring) {
        boolean isNewNest =
                !program.hasRunning(host.outermost()) && host.outermost().equals(declaring.outermost());
        return inPlace && (isNewNest || isItself(host, declaring));
    }

    private boolean isItself(ClassFile host, ClassFile declaring) {
        return inPlace && host.name().equals(declaring.name());
    }

    /** Checks that {@code code} of {@code host} needs no supertype of a class that the class was not loaded with. */
    void checkSupertypes(ClassFile host, MethodNode code) throws RefusedException {
        program.missingSupertypes().check(host.name(), code);
    }

    /** Checks that a patch class of {@code host} may name {@code type}. */
    void checkType(ClassFile host, Type type) throws RefusedException {
        if (type.getSort() == Type.METHOD) {
            checkType(host, type.getReturnType());
            for (Type argument : type.getArgumentTypes()) {
                checkType(host, argument);
            }
        } else if (type.getSort() == Type.ARRAY) {
            checkType(host, type.getElementType());
        } else if (type.getSort() == Type.OBJECT) {
            checkClass(host, type.getInternalName());
        }
    }

    private void checkClass(ClassFile host, String name) throws RefusedException {
        Optional<ClassFile> loaded = program.loaded(name);
        if (loaded.isEmpty()) {
            boolean compiled = program.newest(name).isPresent();
            if (compiled && !additions.hasClass(name)) {
                throw depends(Names.readableClass(name));
            }
            return;
        }
        boolean isPublicOrHere = isAccessible(host, loaded.get(), loaded.get().node().access & Opcodes.ACC_PUBLIC);
        if (!isPublicOrHere) {
            throw new RefusedException(Refusal.INACCESSIBLE_TYPE, Names.readableClass(name));
        }
    }

    /** Whether the loaded functional interface has the method that a lambda is about to implement. */
    void checkFunctionalInterface(String type, Key method) throws RefusedException {
        Optional<ClassFile> loaded = program.loaded(type);
        boolean known = loaded.isEmpty()
                || !follows(LinkRule.FUNCTIONAL_INTERFACES)
                || Members.method(program::loaded, type, method.name(), method.descriptor())
                        .isPresent();
        if (!known) {
            throw new RefusedException(
                    Refusal.FUNCTIONAL_INTERFACE, Names.readableMethod(type, method.name(), method.descriptor()));
        }
    }

    private static RefusedException depends(String member) {
        return new RefusedException(Refusal.DEPENDS, member);
    }
}
