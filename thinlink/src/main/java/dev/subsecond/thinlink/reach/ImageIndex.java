package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * The image's class files, read as far as asked for: constant pools and headers once, the code of a class when something
 * that it may call has changed. Built when a program with hot functions is patched for the first time.
 */
public final class ImageIndex {

    private static final int METHOD_REF = 10;
    private static final int INTERFACE_METHOD_REF = 11;

    private final Map<String, byte[]> image;
    private final Map<String, List<String>> supertypes = new HashMap<>();
    private final Map<String, List<String>> subtypes = new HashMap<>();
    private final Set<String> interfaces = new HashSet<>();
    private final Map<String, List<String>> mentions = new HashMap<>();
    private final Map<String, ClassCalls> calls = new HashMap<>();
    private final Map<Call, List<Unit>> callers = new HashMap<>();
    private final Map<String, Map<Key, Integer>> declared = new HashMap<>();

    /** @param image the image's class files by internal name */
    public ImageIndex(Map<String, byte[]> image) {
        this.image = image;
        image.forEach((name, bytes) -> read(name, new ClassReader(bytes)));
    }

    boolean has(String name) {
        return image.containsKey(name);
    }

    boolean isInterface(String name) {
        return interfaces.contains(name);
    }

    /** The superclass and the interfaces that one of the image's classes names. */
    List<String> supertypes(String name) {
        return supertypes.getOrDefault(name, List.of());
    }

    /** The image's classes that name {@code name} as superclass or interface. */
    public List<String> subtypes(String name) {
        return subtypes.getOrDefault(name, List.of());
    }

    /** Who makes {@code call} in the image. Reads the code of the classes that may. */
    List<Unit> callers(Call call) {
        List<Unit> known = callers.get(call);
        if (known == null) {
            known = mentions.getOrDefault(mention(call.owner(), call.key()), List.of()).stream()
                    .flatMap(name -> calls(name).callers(call).stream())
                    .toList();
            callers.put(call, known);
        }
        return known;
    }

    private ClassCalls calls(String name) {
        return calls.computeIfAbsent(name, n -> ClassCalls.of(ClassFile.parse(bytes(n))));
    }

    /** The methods that one of the image's classes declares, with their access flags. */
    Map<Key, Integer> declared(String name) {
        return declared.computeIfAbsent(name, n -> {
            Map<Key, Integer> methods = new HashMap<>();
            for (MethodNode m : ClassFile.parseDeclarations(bytes(n)).methods()) {
                methods.put(Key.of(m), m.access);
            }
            return methods;
        });
    }

    private void read(String name, ClassReader reader) {
        List<String> above = new ArrayList<>(List.of(reader.getInterfaces()));
        above.add(reader.getSuperName());
        supertypes.put(name, above);
        above.forEach(
                type -> subtypes.computeIfAbsent(type, x -> new ArrayList<>()).add(name));
        if ((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0) {
            interfaces.add(name);
        }
        mentions(reader)
                .forEach(
                        m -> mentions.computeIfAbsent(m, x -> new ArrayList<>()).add(name));
    }

    private static Set<String> mentions(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> found = new HashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            if (tag == METHOD_REF || tag == INTERFACE_METHOD_REF) {
                int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
                Key key = new Key(reader.readUTF8(nameAndType, buffer), reader.readUTF8(nameAndType + 2, buffer));
                found.add(mention(reader.readClass(offset, buffer), key));
            }
        }
        return found;
    }

    private static String mention(String owner, Key key) {
        return owner + "." + key.name() + key.descriptor();
    }

    private byte[] bytes(String name) {
        return Objects.requireNonNull(image.get(name), name);
    }
}
