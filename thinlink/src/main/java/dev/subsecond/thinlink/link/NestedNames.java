package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.NestedMatch;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.ClassNode;

/**
 * Names the classes nested in one running class: a member by its name in the source, a local or anonymous class by what it is
 * and where it stands. Outer classes come first, so that a class is only ever taken for one that stands in the same place.
 */
final class NestedNames {

    private static final Comparator<ClassFile> BY_NUMBER =
            Comparator.<ClassFile>comparingInt(c -> c.name().length()).thenComparing(ClassFile::name);

    private final Program program;
    private final long sequence;
    private final Map<String, ClassFile> compiled;
    private final Renaming names;
    private final Set<String> taken = new HashSet<>();

    /** @param names receives the names */
    NestedNames(Program program, long sequence, Map<String, ClassFile> compiled, Renaming names) {
        this.program = program;
        this.sequence = sequence;
        this.compiled = compiled;
        this.names = names;
    }

    void name(String outermost) {
        Map<String, List<ClassFile>> running = byPlace(program.nestedIn(outermost));
        running.values().forEach(all -> all.forEach(c -> taken.add(c.name())));
        Map<String, List<ClassFile>> newest = byPlace(compiled.values().stream()
                .filter(c -> !c.isTopLevel() && c.outermost().equals(outermost))
                .toList());
        // The name of an outer class begins that of an inner one.
        new TreeMap<>(newest)
                .forEach((place, classes) -> name(place, classes, running.getOrDefault(names.of(place), List.of())));
    }

    private static Map<String, List<ClassFile>> byPlace(Collection<ClassFile> classes) {
        return classes.stream()
                .filter(c -> !c.isSwitchMap() && c.place().isPresent())
                .sorted(BY_NUMBER)
                .collect(Collectors.groupingBy(c -> c.place().orElseThrow(), HashMap::new, Collectors.toList()));
    }

    /** Names the classes that stand in one class. */
    private void name(String place, List<ClassFile> newest, List<ClassFile> running) {
        newest.stream().filter(c -> !c.isLocalOrAnonymous()).forEach(c -> member(c, running));
        List<ClassFile> unnamed =
                newest.stream().filter(ClassFile::isLocalOrAnonymous).toList();
        Map<String, String> matched = unnamed.isEmpty() ? Map.of() : matched(place, unnamed, running);
        unnamed.forEach(c -> names.put(c.name(), nameOf(c, matched.get(c.name()))));
    }

    private Map<String, String> matched(String place, List<ClassFile> newest, List<ClassFile> running) {
        List<ClassFile> before =
                running.stream().filter(ClassFile::isLocalOrAnonymous).toList();
        return NestedMatch.match(
                new NestedMatch.Side(
                        around(program.newest(names.of(place))),
                        before.stream().map(ClassFile::name).toList(),
                        before,
                        new SwitchMaps(program::newest)),
                new NestedMatch.Side(
                        around(Optional.ofNullable(compiled.get(place))),
                        newest.stream().map(ClassFile::name).toList(),
                        newest.stream().map(names::apply).toList(),
                        new SwitchMaps(name -> Optional.ofNullable(compiled.get(name)))));
    }

    /** A class that is not known makes nothing. */
    private static ClassFile around(Optional<ClassFile> place) {
        return place.orElseGet(() -> new ClassFile(new ClassNode()));
    }

    private void member(ClassFile c, List<ClassFile> running) {
        Optional<String> known = running.stream()
                .filter(r -> r.memberOf().isPresent() && r.simpleName().equals(c.simpleName()))
                .map(ClassFile::name)
                .findFirst();
        String outer = c.memberOf().orElseThrow();
        String usual = names.of(outer) + c.name().substring(outer.length());
        names.put(c.name(), known.orElseGet(() -> program.isBurned(usual) ? fresh(usual) : usual));
    }

    private String nameOf(ClassFile c, @Nullable String matched) {
        if (matched != null) {
            return matched;
        }
        String outer = c.place().orElseThrow();
        String usual = names.of(outer) + c.name().substring(outer.length());
        return taken.contains(usual) || program.isBurned(usual) ? fresh(usual) : usual;
    }

    private String fresh(String usual) {
        return usual + "$$New" + sequence;
    }
}
