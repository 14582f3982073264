package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;
import org.objectweb.asm.tree.ClassNode;

/** Other names for classes, in all that names them. What the source calls a nested class stays. */
final class Renaming {

    private static final int ASM_API = Opcodes.ASM9;

    private final Map<String, String> names = new HashMap<>();

    void put(String name, String other) {
        if (!name.equals(other)) {
            names.put(name, other);
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** The other name of a class, its own if it has none. */
    String of(String name) {
        return names.getOrDefault(name, name);
    }

    ClassFile apply(ClassFile c) {
        if (names.isEmpty()) {
            return c;
        }
        ClassNode node = new ClassNode();
        c.node().accept(new ClassRemapper(node, new KeepingSimpleNames(names)));
        return new ClassFile(node);
    }

    private static final class KeepingSimpleNames extends SimpleRemapper {

        KeepingSimpleNames(Map<String, String> names) {
            super(ASM_API, names);
        }

        @Override
        public String mapInnerClassName(String name, String ownerName, String innerName) {
            return innerName;
        }
    }
}
