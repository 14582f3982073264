package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.NestedMatch;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * Gives the classes of a compilation the names that the running program knows them by.
 *
 * <p>javac numbers anonymous and local classes, and the classes behind enum switches, in the order it meets them, so that an
 * insertion renames all that follow. Here the ones that run get the name back that they run under; switch maps, which have no
 * identity, get a name of this patch.
 */
final class CompiledClasses {

    private static final int ASM_API = Opcodes.ASM9;

    private final Program program;
    private final long sequence;
    private final Map<String, ClassFile> compiled = new HashMap<>();

    private CompiledClasses(Program program, long sequence, Collection<byte[]> classFiles) {
        this.program = program;
        this.sequence = sequence;
        classFiles.forEach(bytes -> {
            ClassFile c = ClassFile.parse(bytes);
            compiled.put(c.name(), c);
        });
    }

    /** Parses {@code classFiles} and renames what has to be renamed. */
    static List<ClassFile> named(Program program, long sequence, Collection<byte[]> classFiles) {
        CompiledClasses classes = new CompiledClasses(program, sequence, classFiles);
        Map<String, String> names = classes.newNames();
        return names.isEmpty() ? List.copyOf(classes.compiled.values()) : classes.renamed(names);
    }

    private Map<String, String> newNames() {
        Map<String, String> names = new HashMap<>();
        Set<String> outermost = new HashSet<>();
        for (ClassFile c : compiled.values()) {
            if (program.hasRunning(c.outermost())) {
                if (c.isSwitchMap()) {
                    names.put(c.name(), c.outermost() + "$$Switch" + sequence + "$" + names.size());
                } else if (c.isLocalOrAnonymous()) {
                    outermost.add(c.outermost());
                }
            }
        }
        outermost.forEach(o -> matchNested(o, names));
        names.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
        return names;
    }

    private void matchNested(String outermost, Map<String, String> names) {
        Predicate<ClassFile> nested =
                c -> c.isLocalOrAnonymous() && c.outermost().equals(outermost);
        List<ClassFile> running =
                ordered(program.nestedIn(outermost).stream().filter(nested).toList());
        List<ClassFile> newest =
                ordered(compiled.values().stream().filter(nested).toList());
        SwitchMaps newestMaps = new SwitchMaps(this::compiled);
        Map<String, String> matched = NestedMatch.match(running, program.loadedSwitchMaps(), newest, newestMaps);
        Set<String> taken = new HashSet<>(matched.values());
        running.forEach(r -> taken.add(r.name()));
        for (ClassFile c : newest) {
            String name = matched.get(c.name());
            boolean collides = name == null && taken.contains(c.name());
            names.put(c.name(), collides ? c.name() + "$$New" + sequence : name == null ? c.name() : name);
        }
    }

    private Optional<ClassFile> compiled(String name) {
        return Optional.ofNullable(compiled.get(name));
    }

    private List<ClassFile> renamed(Map<String, String> names) {
        SimpleRemapper remapper = new SimpleRemapper(ASM_API, names);
        List<ClassFile> renamed = new ArrayList<>();
        for (ClassFile c : compiled.values()) {
            ClassNode node = new ClassNode();
            c.node().accept(new ClassRemapper(node, remapper));
            renamed.add(new ClassFile(node));
        }
        return renamed;
    }

    /** {@code $2} comes before {@code $10}. */
    private static List<ClassFile> ordered(List<ClassFile> classes) {
        return classes.stream()
                .sorted(Comparator.<ClassFile>comparingInt(c -> c.name().length())
                        .thenComparing(ClassFile::name))
                .toList();
    }
}
