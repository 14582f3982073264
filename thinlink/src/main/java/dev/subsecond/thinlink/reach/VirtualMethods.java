package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which classes of an image declare a method that is chosen by its receiver. Costs a look at every class file, once. */
public final class VirtualMethods {

    private static final int NOT_VIRTUAL = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

    private final Map<Key, List<String>> declaring = new HashMap<>();

    /** @param image the image's class files by internal name */
    public VirtualMethods(Map<String, byte[]> image) {
        image.forEach((name, bytes) -> new ClassReader(bytes)
                .accept(new Collector(name), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES));
    }

    /** The classes that declare such a method, by internal name. */
    public List<String> declaring(Key method) {
        return declaring.getOrDefault(method, List.of());
    }

    private final class Collector extends ClassVisitor {
        private final String owner;

        Collector(String owner) {
            super(Opcodes.ASM9);
            this.owner = owner;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if ((access & NOT_VIRTUAL) == 0 && !name.startsWith("<")) {
                declaring
                        .computeIfAbsent(new Key(name, descriptor), x -> new ArrayList<>())
                        .add(owner);
            }
            return null;
        }
    }
}
