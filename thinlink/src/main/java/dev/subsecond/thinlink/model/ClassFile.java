package dev.subsecond.thinlink.model;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A parsed class file. Names are internal names (JVMS 4.2.1), with slashes, unless said otherwise.
 *
 * <p>The tree is shared and must not be changed by its readers.
 */
public record ClassFile(ClassNode node) {

    private static final String SWITCH_MAP_PREFIX = "$SwitchMap$";

    /** Parses {@code bytes}; frames are expanded so that instructions can be moved and removed one by one. */
    public static ClassFile parse(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.EXPAND_FRAMES);
        return new ClassFile(node);
    }

    /** Parses declarations only: enough to resolve members against, an order of magnitude cheaper. */
    public static ClassFile parseDeclarations(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassFile(node);
    }

    public String name() {
        return node.name;
    }

    /** The name with dots, as {@code Class.getName()} has it. */
    public String binaryName() {
        return node.name.replace('/', '.');
    }

    public String packageName() {
        return Names.packageOf(node.name);
    }

    public boolean is(int accessFlag) {
        return (node.access & accessFlag) != 0;
    }

    public boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    public List<MethodNode> methods() {
        return node.methods;
    }

    public Optional<MethodNode> method(String name, String descriptor) {
        return node.methods.stream()
                .filter(m -> m.name.equals(name) && m.desc.equals(descriptor))
                .findFirst();
    }

    public Optional<FieldNode> field(String name, String descriptor) {
        return node.fields.stream()
                .filter(f -> f.name.equals(name) && f.desc.equals(descriptor))
                .findFirst();
    }

    /** Whether no class encloses this one. */
    public boolean isTopLevel() {
        return entry().isEmpty();
    }

    /** Whether the class is local or anonymous: its name is the compiler's choice and says nothing about identity. */
    public boolean isLocalOrAnonymous() {
        return entry().isPresent() && entry().get().outerName == null && !isSwitchMap();
    }

    /** The class that this one is a member of; empty if it is top-level, local or anonymous. */
    public Optional<String> memberOf() {
        return entry().flatMap(e -> Optional.ofNullable(e.outerName));
    }

    /** The class that this one stands in, whether as a member, in a method or in an initialiser; empty if in none. */
    public Optional<String> place() {
        return memberOf().or(() -> isTopLevel() ? Optional.empty() : Optional.ofNullable(node.outerClass));
    }

    /** The name that the source gives a nested class; empty if it is anonymous or top-level. */
    public Optional<String> simpleName() {
        return entry().flatMap(e -> Optional.ofNullable(e.innerName));
    }

    /** Whether the compiler made this class to map the constants of enums to the labels of {@code switch}. */
    public boolean isSwitchMap() {
        return is(Opcodes.ACC_SYNTHETIC)
                && !node.fields.isEmpty()
                && node.fields.stream().allMatch(f -> f.name.startsWith(SWITCH_MAP_PREFIX));
    }

    /** The top-level class this one is nested in, itself if it is one. */
    public String outermost() {
        return node.nestHostClass == null ? node.name : node.nestHostClass;
    }

    private Optional<InnerClassNode> entry() {
        return node.innerClasses.stream().filter(c -> c.name.equals(node.name)).findFirst();
    }
}
