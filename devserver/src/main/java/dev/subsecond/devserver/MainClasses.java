package dev.subsecond.devserver;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the classes of a program that {@code java} could start. */
final class MainClasses {

    /** From this version on a main method may do without {@code static}, {@code public} and its parameter. */
    private static final int FLEXIBLE_MAIN = 25;

    private MainClasses() {}

    /** Binary names of the classes with a main method, their own or one inherited from another class of the program. */
    static SortedSet<String> in(SortedMap<String, byte[]> classFiles) {
        SortedSet<String> found = new TreeSet<>();
        for (String name : classFiles.keySet()) {
            if (hasMain(name, classFiles)) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean hasMain(String name, Map<String, byte[]> classFiles) {
        byte[] classFile = classFiles.get(name);
        while (classFile != null) {
            ClassReader reader = new ClassReader(classFile);
            MainFinder finder = new MainFinder();
            reader.accept(finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            if (finder.found) {
                return true;
            }
            classFile = reader.getSuperName() == null
                    ? null
                    : classFiles.get(reader.getSuperName().replace('/', '.'));
        }
        return false;
    }

    private static final class MainFinder extends ClassVisitor {

        private boolean found;

        MainFinder() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            found |= name.equals("main") && (classic(access, descriptor) || flexible(access, descriptor));
            return null;
        }

        private static boolean classic(int access, String descriptor) {
            int needed = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
            return (access & needed) == needed && descriptor.equals("([Ljava/lang/String;)V");
        }

        private static boolean flexible(int access, String descriptor) {
            return Runtime.version().feature() >= FLEXIBLE_MAIN
                    && (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_ABSTRACT)) == 0
                    && (descriptor.equals("([Ljava/lang/String;)V") || descriptor.equals("()V"));
        }
    }
}
