package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.observe.PatchDump;
import dev.subsecond.runtime.wire.PatchClass;
import java.io.IOException;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of one patch beside their hosts. The JVM verifies and links a class that a lookup defines at once,
 * without initialising it; a name that failed there is used up as well. So what can be seen in the bytes is checked before.
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

    /** Refuses what is not beside a class of the program. */
    static void checkPlace(PatchClass patchClass) throws PatchException {
        String name = patchClass.name();
        if (isForbidden(name) || !packageOf(name).equals(packageOf(patchClass.host()))) {
            throw failure(Reason.INTEGRITY, name, "it is not beside a class of the program", null);
        }
    }

    /** Refuses what cannot be defined, before anything is. */
    void check(PatchClass patchClass, byte[] classFile) throws PatchException {
        String name = patchClass.name();
        classes.findOwn(patchClass.host());
        checkHeader(name, classFile);
        if (classes.exists(name)) {
            throw failure(
                    Reason.VERIFY_FAILED, name, "the program has a class of that name, or an earlier patch", null);
        }
    }

    private static void checkHeader(String name, byte[] classFile) throws PatchException {
        ClassHeader header;
        try {
            header = ClassHeader.read(classFile);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "it ends too early" : e.getMessage();
            throw failure(Reason.VERIFY_FAILED, name, "its bytes are no class file: " + why, e);
        }
        if (!header.name().equals(name)) {
            throw failure(Reason.INTEGRITY, name, "its bytes are those of the class " + header.name(), null);
        }
        int java = Runtime.version().feature();
        if (header.release() > java) {
            throw failure(
                    Reason.VERIFY_FAILED,
                    name,
                    "it was compiled for Java " + header.release() + ", and this program runs on Java " + java
                            + ": compile with --release " + java + " or older",
                    null);
        }
    }

    void define(PatchClass patchClass, byte[] classFile) throws PatchException {
        String name = patchClass.name();
        Lookup lookup = classes.lookupIn(classes.findOwn(patchClass.host()));
        defined.add(name);
        PatchDump.ofThisProcess().write(name, classFile);
        try {
            lookup.defineClass(classFile);
        } catch (IllegalAccessException | IllegalAccessError e) {
            throw failure(Reason.ACCESS_DENIED, name, String.valueOf(e.getMessage()), e);
        } catch (IncompatibleClassChangeError e) {
            throw failure(Reason.LAYOUT_CHANGED, name, "it does not fit a class that is loaded: " + e.getMessage(), e);
        } catch (LinkageError | IllegalArgumentException e) {
            throw failure(Reason.VERIFY_FAILED, name, String.valueOf(e), e);
        }
    }

    private static PatchException failure(Reason reason, String name, String why, @Nullable Throwable cause) {
        String message = "The new class " + name + " cannot be taken: " + why;
        return new PatchException(reason, message, name, List.of(), cause);
    }

    /** Whether it is in a package that belongs to the JDK or to Subsecond. */
    static boolean isForbidden(String className) {
        return FORBIDDEN.stream().anyMatch(className::startsWith);
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }
}
