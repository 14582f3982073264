package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FamilyMember;
import dev.subsecond.runtime.wire.FamilyPatch;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.HandleKind;
import dev.subsecond.runtime.wire.HandleRef;
import dev.subsecond.runtime.wire.MethodRef;
import dev.subsecond.runtime.wire.OnPatchMethod;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import dev.subsecond.runtime.wire.VersionBody;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a patch by its table of contents alone, whatever the program: how much it lists, that every name and
 * descriptor has the form the JVM gives it, that ids are those of what they stand for, and that nothing comes twice.
 */
final class ManifestCheck {

    /** Twice what a patch of every method of a program of 5,000 classes lists. */
    private static final int MOST = 1 << 18;

    private static final int SHOWN = 200;

    private final PatchManifest manifest;

    private ManifestCheck(PatchManifest manifest) {
        this.manifest = manifest;
    }

    static void check(PatchManifest manifest) throws PatchException {
        ManifestCheck check = new ManifestCheck(manifest);
        check.sizes();
        check.classes();
        check.functions();
        check.families();
        check.handles();
        check.onPatchMethods();
    }

    private void sizes() throws PatchException {
        limit("classes", manifest.classes().size());
        limit("functions", manifest.functions().size());
        limit("families", manifest.families().size());
        limit("handles", manifest.handles().size());
        limit("@OnPatch methods", manifest.onPatch().size());
    }

    private static void limit(String what, int size) throws PatchException {
        if (size > MOST) {
            throw failure("it lists " + size + " " + what + "; the limit is " + MOST, null);
        }
    }

    private void classes() throws PatchException {
        for (PatchClass c : manifest.classes()) {
            require(JvmNames.isBinaryName(c.name()), "the name of a class", c.name());
            require(JvmNames.isBinaryName(c.host()), "the name of a class", c.host());
        }
    }

    private void functions() throws PatchException {
        Set<String> ids = new HashSet<>();
        for (FunctionPatch f : manifest.functions()) {
            require(JvmNames.isBinaryName(f.owner()), "the name of a class", f.owner());
            method(f.name(), f.descriptor());
            String member = f.owner() + "." + f.name() + f.descriptor();
            id(member, f.id(), f.owner(), f.name(), f.descriptor());
            once(ids.add(f.id()), member);
            if (f.body() != null) {
                code(f.body());
            }
            pointers(f, member);
        }
    }

    private static void pointers(FunctionPatch f, String member) throws PatchException {
        pointer(member, f.content());
        Set<Long> pointers = new HashSet<>();
        pointers.add(pointer(member, f.pointer()));
        for (VersionBody version : f.versions()) {
            once(pointers.add(pointer(member, version.pointer())), member + " at " + version.pointer());
            code(version.body());
        }
    }

    private void families() throws PatchException {
        Set<String> ids = new HashSet<>();
        for (FamilyPatch f : manifest.families()) {
            require(JvmNames.isBinaryName(f.root()), "the name of a class", f.root());
            method(f.name(), f.descriptor());
            String member = f.root() + "." + f.name() + f.descriptor();
            id(member, f.id(), f.root(), f.name(), f.descriptor());
            once(ids.add(f.id()), member);
            members(f, member);
        }
    }

    private static void members(FamilyPatch family, String member) throws PatchException {
        limit("receivers", family.members().size());
        Set<String> receivers = new HashSet<>();
        for (FamilyMember m : family.members()) {
            require(JvmNames.isBinaryName(m.receiver()), "the name of a class", m.receiver());
            once(receivers.add(m.receiver()), member + " for " + m.receiver());
        }
    }

    private void handles() throws PatchException {
        for (HandleRef h : manifest.handles()) {
            require(JvmNames.isBinaryName(h.host()), "the name of a class", h.host());
            require(JvmNames.isBinaryName(h.owner()), "the name of a class", h.owner());
            if (isField(h.kind())) {
                require(JvmNames.isFieldName(h.name()), "the name of a field", h.name());
                require(JvmNames.isFieldDescriptor(h.descriptor()), "the descriptor of a field", h.descriptor());
            } else {
                method(h.name(), h.descriptor());
            }
        }
    }

    private void onPatchMethods() throws PatchException {
        for (OnPatchMethod m : manifest.onPatch()) {
            require(JvmNames.isBinaryName(m.owner()), "the name of a class", m.owner());
            require(JvmNames.isMethodName(m.name()), "the name of a method", m.name());
        }
    }

    private static boolean isField(HandleKind kind) {
        return switch (kind) {
            case GET_FIELD, PUT_FIELD, GET_STATIC, PUT_STATIC, COMPARE_AND_SET -> true;
            case INVOKE_VIRTUAL,
                    INVOKE_INTERFACE,
                    INVOKE_STATIC,
                    INVOKE_SPECIAL,
                    ENTRY_VIRTUAL,
                    ENTRY_SPECIAL,
                    ENTRY_STATIC,
                    NEW,
                    ALLOCATE -> false;
        };
    }

    private static void code(MethodRef body) throws PatchException {
        require(JvmNames.isBinaryName(body.owner()), "the name of a class", body.owner());
        method(body.name(), body.descriptor());
    }

    private static void method(String name, String descriptor) throws PatchException {
        require(JvmNames.isMethodName(name), "the name of a method", name);
        require(JvmNames.isMethodDescriptor(descriptor), "the descriptor of a method", descriptor);
    }

    /** An id is made of what it stands for, so that none can pass for another. */
    private void id(String member, String id, String owner, String name, String descriptor) throws PatchException {
        String expected = Addresses.format(Addresses.function(manifest.buildId(), owner, name, descriptor));
        if (!expected.equals(id)) {
            throw failure(shown(member) + " has the id " + shown(id) + " instead of " + expected, member);
        }
    }

    private static long pointer(String member, String text) throws PatchException {
        long pointer;
        try {
            pointer = Addresses.parse(text);
        } catch (IllegalArgumentException e) {
            throw failure(shown(member) + " has new code at " + shown(text) + ", which is no address", member);
        }
        if (pointer >= 0) {
            throw failure(shown(member) + " has new code at " + text + ", which is no address of managed code", member);
        }
        return pointer;
    }

    private static void require(boolean valid, String what, String text) throws PatchException {
        if (!valid) {
            throw failure("'" + shown(text) + "' is not " + what, null);
        }
    }

    private static void once(boolean isNew, String what) throws PatchException {
        if (!isNew) {
            throw failure("it has " + shown(what) + " twice", what);
        }
    }

    /** What is wrong may be four million characters long. */
    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static PatchException failure(String what, @Nullable String member) {
        String message = "The patch file is damaged: " + what;
        return new PatchException(Reason.INTEGRITY, message, member == null ? null : shown(member), List.of(), null);
    }
}
