package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the classes of a compilation the names that the running program knows them by.
 *
 * <p>javac numbers anonymous and local classes, and the classes behind enum switches, in the order it meets them, so that an
 * insertion renames all that follow. Here the ones that run get the name back that they run under; switch maps, which have no
 * identity, are named after what is in them.
 */
final class CompiledClasses {

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
        Renaming names = classes.newNames();
        return names.isEmpty()
                ? List.copyOf(classes.compiled.values())
                : classes.compiled.values().stream().map(names::apply).toList();
    }

    private Renaming newNames() {
        Renaming names = new Renaming();
        Map<String, String> switchMaps = new HashMap<>();
        Set<String> outermost = new HashSet<>();
        for (ClassFile c : compiled.values()) {
            if (program.hasRunning(c.outermost())) {
                if (c.isSwitchMap() && program.follows(LinkRule.SWITCH_MAPS)) {
                    switchMaps.put(c.name(), program.switchMapName(c));
                } else if (!c.isTopLevel()) {
                    outermost.add(c.outermost());
                }
            }
        }
        if (program.follows(LinkRule.NESTED_MATCH)) {
            outermost.forEach(o -> new NestedNames(program, sequence, compiled, names).name(o));
        }
        switchMaps.forEach(names::put);
        return names;
    }
}
