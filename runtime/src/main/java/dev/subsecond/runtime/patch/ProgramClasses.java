package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.Image;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds classes of the program and of the patch, and types made of them. Loads classes but initialises none. */
final class ProgramClasses {

    private final Image image;

    ProgramClasses(Image image) {
        this.image = image;
    }

    /** The class of that binary name. */
    Class<?> find(String name) throws PatchException {
        try {
            return Class.forName(name, false, image.loader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new PatchException(
                    Reason.VERIFY_FAILED, "The patch needs the class " + name + ": " + e, name, List.of(), e);
        }
    }

    /** A class that the program itself has, not one that it shares with others. */
    Class<?> findOwn(String name) throws PatchException {
        try {
            Class<?> found = Class.forName(name, false, image.loader());
            if (found.getClassLoader() == image.loader()) {
                return found;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw unknown(name, e);
        }
        throw unknown(name, null);
    }

    /** Whether the loader has, or can load, a class of that name. */
    boolean exists(String name) {
        try {
            Class.forName(name, false, image.loader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // an error is one of a file that has another name but for its case
        }
    }

    private static PatchException unknown(String name, @Nullable Throwable cause) {
        return new PatchException(Reason.UNKNOWN_FUNCTION, "The program has no class " + name, name, List.of(), cause);
    }

    /** The type of a method descriptor. */
    MethodType type(String descriptor) throws PatchException {
        try {
            return MethodType.fromMethodDescriptorString(descriptor, image.loader());
        } catch (TypeNotPresentException | IllegalArgumentException | LinkageError e) {
            throw new PatchException(
                    Reason.VERIFY_FAILED, "The patch needs the types of " + descriptor + ": " + e, null, List.of(), e);
        }
    }

    /** The type of a field descriptor. */
    Class<?> fieldType(String descriptor) throws PatchException {
        return type("()" + descriptor).returnType();
    }

    /** A lookup with private access to {@code host}. */
    Lookup lookupIn(Class<?> host) throws PatchException {
        try {
            return image.lookupIn(host);
        } catch (IllegalAccessException e) {
            throw new PatchException(
                    Reason.ACCESS_DENIED,
                    "Patches may not reach the package of " + host.getName() + ": " + e.getMessage()
                            + ". Call one of its methods first, or open the package",
                    host.getName(),
                    List.of(),
                    e);
        }
    }
}
