package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import dev.subsecond.thinlink.model.Names;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * The calls that patched code makes of an image without guards. Each one asks the jump table, as a guard would: so code that
 * has once been patched or carried needs no second look when what it calls changes.
 */
final class EntryCalls {

    private final Program program;

    EntryCalls(Program program) {
        this.program = program;
    }

    /**
     * How a call asks the jump table; empty if it need not, since patches cannot change what it runs or a guard asks for it.
     *
     * @param host the class whose code makes the call
     * @param named the class that the call names
     * @param method what it leads to in the loaded classes
     */
    Optional<HandleRef> of(ClassFile host, int opcode, String named, Key key, ResolvedMethod method) {
        boolean isStatic = method.is(Opcodes.ACC_STATIC);
        if (!program.isUnprepared() || key.name().equals(Names.CONSTRUCTOR) || named.startsWith("[")) {
            return Optional.empty();
        }
        boolean isChosen = !isStatic && opcode != Opcodes.INVOKESPECIAL && Families.isOverridable(method);
        if (isChosen) {
            return canBeOwn(named, key, method.owner())
                    ? Optional.of(virtual(host, named, key, method))
                    : Optional.empty();
        }
        HandleKind kind = isStatic ? HandleKind.ENTRY_STATIC : HandleKind.ENTRY_SPECIAL;
        String owner = method.owner().binaryName();
        return program.isUnprepared(method.owner().name())
                ? Optional.of(new HandleRef(kind, owner, owner, key.name(), key.descriptor()))
                : Optional.empty();
    }

    /** Whether some class without guards may have the method that is chosen. */
    private boolean canBeOwn(String named, Key key, ClassFile declaring) {
        return program.isUnprepared(declaring.name())
                || program.virtualMethods().declaring(key).stream()
                        .flatMap(name -> program.loaded(name).stream())
                        .anyMatch(c -> Members.supertypes(program::loaded, c).contains(named));
    }

    /** A public method is found by the name in the code; any other one needs the rights of a class. */
    private static HandleRef virtual(ClassFile host, String named, Key key, ResolvedMethod method) {
        boolean byHost = method.is(Opcodes.ACC_PUBLIC) || method.is(Opcodes.ACC_PROTECTED);
        String lookup = byHost ? host.binaryName() : method.owner().binaryName();
        String owner = byHost ? Names.binary(named) : method.owner().binaryName();
        return new HandleRef(HandleKind.ENTRY_VIRTUAL, lookup, owner, key.name(), key.descriptor());
    }
}
