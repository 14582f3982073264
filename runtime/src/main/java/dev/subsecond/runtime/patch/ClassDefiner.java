package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.observe.PatchDump;
import dev.subsecond.runtime.wire.PatchClass;
import java.util.ArrayList;
import java.util.List;

/**
 * Defines the classes of one patch beside their hosts. The JVM verifies and links a class that a lookup defines at once,
 * without initialising it; a name that failed there is used up as well.
 */
final class ClassDefiner {

    /** Packages that no patch may put a class into, whatever the program's loader would allow. */
    private static final List<String> FORBIDDEN =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "dev.subsecond.runtime.");

    private final ProgramClasses classes;
    private final List<String> defined = new ArrayList<>();

    ClassDefiner(ProgramClasses classes) {
        this.classes = classes;
    }

    /** Names that cannot be defined any more, those that failed included. */
    List<String> defined() {
        return defined;
    }

    /** Refuses what is not beside a class of the program, before anything is defined. */
    static void checkPlace(PatchClass patchClass) throws PatchException {
        String name = patchClass.name();
        boolean forbidden = FORBIDDEN.stream().anyMatch(name::startsWith);
        if (forbidden || !packageOf(name).equals(packageOf(patchClass.host()))) {
            throw new PatchException(
                    Reason.INTEGRITY,
                    "A patch may not bring the class " + name + ": it is not beside a class of the program",
                    name,
                    List.of(),
                    null);
        }
    }

    void define(PatchClass patchClass, byte[] classFile) throws PatchException {
        Class<?> host = classes.findOwn(patchClass.host());
        defined.add(patchClass.name());
        PatchDump.ofThisProcess().write(patchClass.name(), classFile);
        try {
            Class<?> definedClass = classes.lookupIn(host).defineClass(classFile);
            if (!definedClass.getName().equals(patchClass.name())) {
                throw failure(Reason.INTEGRITY, patchClass, new ClassFormatError(definedClass.getName()));
            }
        } catch (IllegalAccessException e) {
            throw failure(Reason.ACCESS_DENIED, patchClass, e);
        } catch (LinkageError | IllegalArgumentException e) {
            throw failure(Reason.VERIFY_FAILED, patchClass, e);
        }
    }

    private static PatchException failure(Reason reason, PatchClass patchClass, Throwable cause) {
        String name = patchClass.name();
        return new PatchException(reason, "The JVM does not accept " + name + ": " + cause, name, List.of(), cause);
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }
}
