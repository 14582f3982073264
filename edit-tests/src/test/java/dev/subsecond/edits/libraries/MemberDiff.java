package dev.subsecond.edits.libraries;

import dev.subsecond.thinlink.model.Names;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Printer;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/**
 * The named members that two builds do not have in common, found by comparing their disassembly. It knows nothing of how the
 * linker compares. Lambdas are written into the code that makes them; the numbers of nested classes do not count.
 */
final class MemberDiff {

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$[\\w$]*?\\$?\\d+");
    private static final int IN_SOURCE = Opcodes.ACC_ABSTRACT
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_PUBLIC
            | Opcodes.ACC_PROTECTED
            | Opcodes.ACC_PRIVATE
            | Opcodes.ACC_INTERFACE;

    private MemberDiff() {}

    /** The members that were added, removed or changed, as a person writes them. */
    static Set<String> of(Map<String, byte[]> before, Map<String, byte[]> after) {
        Map<String, String> old = texts(before);
        Map<String, String> now = texts(after);
        Set<String> different = new TreeSet<>(old.keySet());
        different.addAll(now.keySet());
        different.removeIf(member -> now.getOrDefault(member, "").equals(old.get(member)));
        Set<String> whole = classes(before);
        whole.removeAll(classes(after));
        Set<String> fresh = classes(after);
        fresh.removeAll(classes(before));
        whole.addAll(fresh);
        different.removeIf(member -> whole.stream()
                .anyMatch(c -> member.startsWith(c + ".") || member.startsWith(c + "(") || member.startsWith(c + " ")));
        return different;
    }

    /** A class that came or went stands for all its members. */
    private static Set<String> classes(Map<String, byte[]> classes) {
        return classes.keySet().stream()
                .map(name -> Names.readableClass(Names.internal(name)))
                .filter(name -> name.indexOf('$') < 0)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, String> texts(Map<String, byte[]> classes) {
        Map<String, String> texts = new HashMap<>();
        classes.forEach((name, bytes) -> add(node(bytes), texts));
        return texts;
    }

    private static ClassNode node(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        for (MethodNode m : node.methods) {
            m.visibleAnnotations = null;
            m.visibleParameterAnnotations = null;
            m.invisibleAnnotations = null;
            m.invisibleParameterAnnotations = null;
            m.access &= ~Opcodes.ACC_DEPRECATED;
            m.signature = null;
        }
        return node;
    }

    private static void add(ClassNode c, Map<String, String> texts) {
        boolean hasName = Names.readableClass(c.name).indexOf('$') < 0;
        if (!hasName || isSynthetic(c.access)) {
            return;
        }
        texts.put(Names.readableClass(c.name), (c.access & IN_SOURCE) + c.superName + c.interfaces);
        for (FieldNode f : c.fields) {
            if (!isSynthetic(f.access)) {
                texts.put(Names.readableField(c.name, f.name), text(f));
            }
        }
        Map<String, MethodNode> byName = new HashMap<>();
        c.methods.forEach(m -> byName.put(m.name, m));
        for (MethodNode m : c.methods) {
            if (!isSynthetic(m.access)) {
                String member = Names.readableMethod(c.name, m.name, m.desc);
                texts.merge(member, withLambdas(m, byName, new HashSet<>()), String::concat);
            }
        }
    }

    private static boolean isSynthetic(int access) {
        return (access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    private static String text(FieldNode f) {
        return (f.access & IN_SOURCE) + f.desc + f.value;
    }

    private static String withLambdas(MethodNode m, Map<String, MethodNode> byName, Set<String> seen) {
        String own = text(m);
        StringBuilder all =
                new StringBuilder(LAMBDA.matcher(own).replaceAll("lambda").replaceAll("\\$\\d+", "\\$N"));
        Matcher lambdas = LAMBDA.matcher(own);
        while (lambdas.find()) {
            MethodNode lambda = byName.get(lambdas.group());
            if (lambda != null && seen.add(lambda.name)) {
                all.append(withLambdas(lambda, byName, seen));
            }
        }
        return all.toString();
    }

    private static String text(MethodNode m) {
        Printer text = new Textifier();
        m.accept(new TraceMethodVisitor(text));
        StringWriter written = new StringWriter();
        text.print(new PrintWriter(written));
        return (m.access & IN_SOURCE) + m.desc + written;
    }
}
