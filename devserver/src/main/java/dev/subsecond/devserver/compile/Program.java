package dev.subsecond.devserver.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All sources of the program as they last compiled together, with their class files. Immutable: a compilation makes the
 * next one.
 */
public final class Program {

    private static final Program EMPTY = new Program(new HashMap<>(), new HashMap<>(), new HashMap<>(), Map.of());

    private final Map<SourceId, Unit> units;
    private final Map<String, CompiledClass> classes;
    private final Map<String, Set<String>> packages;
    private final Map<String, byte[]> resources;

    private Program(
            Map<SourceId, Unit> units,
            Map<String, CompiledClass> classes,
            Map<String, Set<String>> packages,
            Map<String, byte[]> resources) {
        this.units = units;
        this.classes = classes;
        this.packages = packages;
        this.resources = resources;
    }

    /** A program without sources. */
    public static Program empty() {
        return EMPTY;
    }

    /** The class files by binary name. The arrays are not copied. */
    public SortedMap<String, byte[]> classFiles() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        classes.forEach((name, compiled) -> files.put(name, compiled.file().bytes()));
        return files;
    }

    /** Resources that annotation processors wrote, by path. */
    public Map<String, byte[]> resources() {
        return resources;
    }

    /** The text a file had when it last compiled. */
    public Optional<String> textOf(Path file) {
        return Optional.ofNullable(units.get(SourceId.file(file))).map(Unit::text);
    }

    /** The source files. */
    public Set<Path> files() {
        Set<Path> files = new HashSet<>();
        for (SourceId id : units.keySet()) {
            if (!id.generated()) {
                files.add(Path.of(id.name()));
            }
        }
        return files;
    }

    @Nullable
    Unit unit(SourceId id) {
        return units.get(id);
    }

    Collection<Unit> units() {
        return units.values();
    }

    @Nullable
    CompiledClass compiled(String binaryName) {
        return classes.get(binaryName);
    }

    /** Binary names of the classes of these sources. */
    Set<String> classesOf(Collection<SourceId> sources) {
        Set<String> names = new HashSet<>();
        for (SourceId id : sources) {
            Unit unit = units.get(id);
            names.addAll(unit == null ? Set.of() : unit.classes());
        }
        return names;
    }

    Collection<CompiledClass> compiledClasses() {
        return classes.values();
    }

    /** The classes in a package as javac reads them, without those of the sources to be left out. */
    List<ClassObject> inPackage(String packageName, Set<SourceId> without) {
        List<ClassObject> objects = new ArrayList<>();
        for (String name : packages.getOrDefault(packageName, Set.of())) {
            CompiledClass compiled = classes.get(name);
            if (compiled != null && !without.contains(compiled.source())) {
                objects.add(compiled.file());
            }
        }
        return objects;
    }

    /** Whether a processor wrote something for a source that is not known, or for several. */
    boolean hasUnknownOrigins() {
        return !resources.isEmpty()
                || units.values().stream()
                        .anyMatch(unit -> unit.id().generated() && unit.origin().equals(unit.id()));
    }

    /** Binary names of the classes that this package has, or had at any time. */
    Set<String> everInPackage(String packageName) {
        return packages.getOrDefault(packageName, Set.of());
    }

    /** This program with some of its sources removed and others put in their place, and with these resources. */
    Program replace(
            Set<SourceId> removed,
            Collection<Unit> added,
            Collection<CompiledClass> addedClasses,
            Map<String, byte[]> nextResources) {
        Map<SourceId, Unit> nextUnits = new HashMap<>(units);
        Map<String, CompiledClass> nextClasses = new HashMap<>(classes);
        Map<String, Set<String>> nextPackages = new HashMap<>(packages);
        for (SourceId id : removed) {
            Unit unit = nextUnits.remove(id);
            for (String name : unit == null ? Set.<String>of() : unit.classes()) {
                nextClasses.remove(name);
            }
        }
        added.forEach(unit -> nextUnits.put(unit.id(), unit));
        for (CompiledClass compiled : addedClasses) {
            nextClasses.put(compiled.name(), compiled);
            nextPackages.merge(packageOf(compiled.name()), Set.of(compiled.name()), Program::union);
        }
        return new Program(nextUnits, nextClasses, nextPackages, nextResources);
    }

    private static Set<String> union(Set<String> known, Set<String> more) {
        if (known.containsAll(more)) {
            return known;
        }
        Set<String> all = new HashSet<>(known);
        all.addAll(more);
        return all;
    }

    private static String packageOf(String binaryName) {
        return binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
    }
}
