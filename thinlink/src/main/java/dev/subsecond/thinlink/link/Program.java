package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Names;
import dev.subsecond.thinlink.reach.ImageIndex;
import dev.subsecond.thinlink.reach.MarkedMethods;
import dev.subsecond.thinlink.reach.Unit;
import dev.subsecond.thinlink.reach.VirtualMethods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the linker knows of the running program: the classes it was started with, what committed patches made of them, and
 * what the newest sources say. Classes are parsed when first asked for, so that the cost follows the edits and not the
 * size of the program.
 */
final class Program {

    private final String buildId;
    private final Map<String, byte[]> image = new HashMap<>();
    private final ImageKind kind;
    private final ClassSource libraries;
    private final Predicate<LinkRule> rules;
    private final Map<String, RunningClass> running = new HashMap<>();
    private final Map<String, ClassFile> newest = new HashMap<>();
    private final Mentions memberNames = new Mentions(image, MemberNames::in, MemberNames::in);
    private final Mentions classNames = new Mentions(image, ClassNames::in, ClassNames::in);
    private final Map<String, Optional<ClassFile>> libraryClasses = new HashMap<>();
    private final SwitchMaps loadedSwitchMaps = new SwitchMaps(this::loaded);
    private final Map<String, RunningClass> started = new HashMap<>();
    private final MarkedMethods marked = new MarkedMethods(image, this::newest);
    private final Set<String> burned = new HashSet<>();
    private final Makers makers = new Makers(this);
    private final Entries entries = new Entries(this);
    private @Nullable ImageIndex index;
    private @Nullable Subtypes subtypes;
    private @Nullable Map<String, List<String>> imageByPrefix;
    private @Nullable Map<Key, List<String>> addedVirtuals;
    private @Nullable VirtualMethods virtualMethods;
    private @Nullable MissingSupertypes missingSupertypes;
    private @Nullable Map<Unit, String> differences = Map.of();

    Program(
            String buildId,
            Map<String, byte[]> image,
            ImageKind kind,
            ClassSource libraries,
            Predicate<LinkRule> rules) {
        this.buildId = buildId;
        this.kind = kind;
        image.forEach((name, bytes) -> this.image.put(Names.internal(name), bytes));
        this.libraries = libraries;
        this.rules = rules;
    }

    /** Whether the linker follows the rule; it does unless a test has taken it away. */
    boolean follows(LinkRule rule) {
        return rules.test(rule);
    }

    String buildId() {
        return buildId;
    }

    /** Whether the class is the program's own and runs. */
    boolean hasRunning(String internalName) {
        return running.containsKey(internalName) || image.containsKey(internalName);
    }

    /** Whether the class is the program's own, running or newly compiled. */
    boolean isOwn(String internalName) {
        return hasRunning(internalName) || newest.containsKey(internalName);
    }

    /** The program's classes that name one of {@code classes}. */
    Set<String> mentioning(Set<String> classes) {
        return classNames.of(classes, newest);
    }

    /** The program's classes whose code names a member with one of {@code names}. */
    Set<String> naming(Set<String> names) {
        return memberNames.of(names, newest);
    }

    /** What the program runs of one of its own classes; null if it has no such class. */
    @Nullable
    RunningClass running(String internalName) {
        RunningClass known = running.get(internalName);
        byte[] bytes = image.get(internalName);
        if (known != null || bytes == null) {
            return known;
        }
        ClassFile loaded = ClassFile.parse(bytes);
        // Entered before its methods are compared, because their switch maps are looked up here.
        running.put(internalName, new RunningClass(loaded, Map.of(), Map.of(), Set.of(), Set.of()));
        RunningClass parsed = RunningClass.ofImage(loaded, loadedSwitchMaps);
        running.put(internalName, parsed);
        return parsed;
    }

    /** The class file that the program was started with; null if the class came later or is no class of the program. */
    byte @Nullable [] imageBytes(String internalName) {
        return image.get(internalName);
    }

    /** What the program runs of a class that is known to run. */
    RunningClass runningClass(String internalName) {
        return Objects.requireNonNull(running(internalName), internalName);
    }

    /** What the JVM has of a class that is known to run, before any patch. */
    RunningClass started(String internalName) {
        RunningClass known = started.get(internalName);
        return known == null ? runningClass(internalName) : known;
    }

    /** The classes that patches have changed or added. */
    Set<String> patched() {
        return started.keySet();
    }

    /** Whether the class was there when the program started. */
    boolean isOfImage(String internalName) {
        return image.containsKey(internalName);
    }

    /** Whether the classes that the program was started with are as compiled. */
    boolean isUnprepared() {
        return kind == ImageKind.UNPREPARED;
    }

    /** Whether calls of the class's methods cannot be redirected, since they have no guards. Classes of patches have. */
    boolean isUnprepared(String internalName) {
        return isUnprepared() && isOfImage(internalName);
    }

    /** Whether a method runs the code that the JVM loaded, and not that of a patch, even where it is the same. */
    boolean runsImage(String owner, Key method) {
        RunningMethod running = runningClass(owner).methods().get(method);
        return running != null && running.meaning().isEmpty();
    }

    boolean isHot(String owner, Key method) {
        return marked.isHot(owner, method);
    }

    MarkedMethods marked() {
        return marked;
    }

    /** How what each hot function reaches differs from the image, as the program was told; null if that is not known. */
    @Nullable
    Map<Unit, String> differences() {
        return differences;
    }

    /** The program has been told. */
    void differ(Map<Unit, String> now) {
        differences = now;
    }

    ImageIndex index() {
        ImageIndex known = index;
        if (known == null) {
            known = new ImageIndex(image);
            index = known;
        }
        return known;
    }

    /** The virtual methods of the image. */
    VirtualMethods virtualMethods() {
        VirtualMethods known = virtualMethods;
        if (known == null) {
            known = new VirtualMethods(image);
            virtualMethods = known;
        }
        return known;
    }

    /** The names of the classes that the program was started with. */
    Set<String> imageNames() {
        return image.keySet();
    }

    /** The names of the classes that were compiled since the program started. */
    Set<String> compiledNames() {
        return newest.keySet();
    }

    /** The class as the JVM has it. */
    Optional<ClassFile> loaded(String internalName) {
        RunningClass own = running(internalName);
        return own == null ? library(internalName) : Optional.of(own.loaded());
    }

    /** The class as the newest sources have it. */
    Optional<ClassFile> newest(String internalName) {
        ClassFile compiled = newest.get(internalName);
        return compiled == null ? loaded(internalName) : Optional.of(compiled);
    }

    /** The names of all classes of the program, running or newly compiled. */
    Set<String> names() {
        Set<String> all = new HashSet<>(image.keySet());
        all.addAll(running.keySet());
        all.addAll(newest.keySet());
        return all;
    }

    /** The running classes nested in {@code outermost}, each in its newest version. */
    List<ClassFile> nestedIn(String outermost) {
        // The names first: looking at a class of the image makes it one of those that are known to run.
        List<String> nested = Stream.concat(
                        imageByPrefix().getOrDefault(prefix(outermost), List.of()).stream(), running.keySet().stream())
                .distinct()
                .filter(name -> name.startsWith(outermost + "$"))
                .toList();
        return nested.stream().flatMap(name -> newest(name).stream()).toList();
    }

    private Map<String, List<String>> imageByPrefix() {
        Map<String, List<String>> known = imageByPrefix;
        if (known == null) {
            known = image.keySet().stream().collect(Collectors.groupingBy(Program::prefix));
            imageByPrefix = known;
        }
        return known;
    }

    /** Common to a class and those nested in it, and to few others. */
    private static String prefix(String name) {
        int end = name.indexOf('$');
        return end < 0 ? name : name.substring(0, end);
    }

    /** Which methods of the image have an entry. */
    Entries entries() {
        return entries;
    }

    /** Whether {@code type} is among the supertypes of {@code c} by the newest sources. */
    boolean isBelow(ClassFile c, String type) {
        return Members.supertypes(this::newest, c).contains(type);
    }

    /** The classes of the program whose supertypes, by the newest sources, include {@code internalName}. */
    Set<ClassFile> subtypes(String internalName) {
        return isOwn(internalName)
                ? classes(below().of(internalName))
                : classes(names()).stream()
                        .filter(c -> isBelow(c, internalName))
                        .collect(Collectors.toSet());
    }

    private Set<ClassFile> classes(Set<String> names) {
        return names.stream().flatMap(name -> newest(name).stream()).collect(Collectors.toSet());
    }

    private Subtypes below() {
        Subtypes known = subtypes;
        if (known == null) {
            known = new Subtypes(index());
            subtypes = known;
            newest.keySet().forEach(this::place);
            List.copyOf(running.keySet()).forEach(this::place);
        }
        return known;
    }

    /** Keeps the place of a class in the hierarchy up to date. */
    private void place(String name) {
        Subtypes known = subtypes;
        if (known != null) {
            known.forget(name);
            if (!image.containsKey(name) || newest.containsKey(name)) {
                newest(name).ifPresent(known::put);
            }
        }
    }

    /** The running classes whose newest version declares the method while the JVM's has no such method. */
    List<String> addedVirtuals(Key key) {
        Map<Key, List<String>> known = addedVirtuals;
        if (known == null) {
            known = findAddedVirtuals();
            addedVirtuals = known;
        }
        return known.getOrDefault(key, List.of());
    }

    private Map<Key, List<String>> findAddedVirtuals() {
        Map<Key, List<String>> found = new HashMap<>();
        for (ClassFile c : newest.values()) {
            if (hasRunning(c.name())) {
                RunningClass runs = runningClass(c.name());
                c.methods().stream()
                        .filter(m -> Families.isVirtual(m) && !runs.hasLoaded(m))
                        .forEach(m -> found.computeIfAbsent(Key.of(m), x -> new ArrayList<>())
                                .add(c.name()));
            }
        }
        return found;
    }

    /**
     * Forgets the classes nested in {@code outermost} that do not run; those that are still there are compiled with it. Only
     * switch maps stay: code that is not compiled again may name them, and equal ones have one name.
     *
     * @return their names
     */
    List<String> dropNestedOf(String outermost) {
        List<String> gone = newest.keySet().stream()
                .filter(name -> name.startsWith(outermost + "$") && !hasRunning(name))
                .filter(name -> newest(name).stream().noneMatch(ClassFile::isSwitchMap))
                .toList();
        gone.forEach(this::deleted);
        return gone;
    }

    /** Which constructors patched code has to do without. */
    Makers makers() {
        return makers;
    }

    void compiled(ClassFile classFile) {
        makers.forget();
        newest.put(classFile.name(), classFile);
        place(classFile.name());
        addedVirtuals = null;
        missingSupertypes = null;
        marked.compiled(classFile);
    }

    void deleted(String internalName) {
        makers.forget();
        newest.remove(internalName);
        place(internalName);
        addedVirtuals = null;
        missingSupertypes = null;
        marked.forget(internalName);
    }

    /** Whether a class of that name came with a patch that was refused, so that the JVM may have another one by that name. */
    boolean isBurned(String internalName) {
        return burned.contains(internalName);
    }

    void burn(String internalName) {
        burned.add(internalName);
        Optional<ClassFile> known = newest(internalName);
        deleted(internalName);
        known.filter(ClassFile::isSwitchMap).ifPresent(this::renameSwitchMap);
    }

    /** What is in a switch map is its name, unless the JVM may have something else by that name. */
    String switchMapName(ClassFile switchMap) {
        String usual = SwitchMaps.nameOf(switchMap);
        String name = usual;
        for (int i = 2; isBurned(name); i++) {
            name = usual + "$" + i;
        }
        return name;
    }

    /** The sources that name a switch map are not compiled again because a patch was refused. */
    private void renameSwitchMap(ClassFile switchMap) {
        Renaming name = new Renaming();
        name.put(switchMap.name(), switchMapName(switchMap));
        compiled(name.apply(switchMap));
        newest.values().stream()
                .filter(c -> c.outermost().equals(switchMap.outermost()))
                .map(name::apply)
                .toList()
                .forEach(this::compiled);
    }

    /** A switch map that code of a running class names while the JVM does not have it. */
    Optional<ClassFile> missingSwitchMap(String internalName) {
        return hasRunning(internalName)
                ? Optional.empty()
                : Optional.ofNullable(newest.get(internalName))
                        .filter(c -> c.isSwitchMap() && hasRunning(c.outermost()));
    }

    void runs(String internalName, RunningClass now) {
        makers.forget();
        RunningClass before = running.put(internalName, now);
        place(internalName);
        addedVirtuals = null;
        missingSupertypes = null;
        started.putIfAbsent(internalName, before == null ? now : before);
        differences = null;
    }

    SwitchMaps loadedSwitchMaps() {
        return loadedSwitchMaps;
    }

    /** Which supertypes the newest sources give to running classes that were loaded without them. */
    MissingSupertypes missingSupertypes() {
        MissingSupertypes known = missingSupertypes;
        if (known == null) {
            known = new MissingSupertypes(this, newest.values().stream().anyMatch(this::hasOtherSupertypes));
            missingSupertypes = known;
        }
        return known;
    }

    private boolean hasOtherSupertypes(ClassFile c) {
        return hasRunning(c.name())
                && ClassShape.hasOtherSupertypes(runningClass(c.name()).loaded(), c);
    }

    /** A class of the libraries or the JDK. */
    Optional<ClassFile> library(String internalName) {
        return libraryClasses.computeIfAbsent(
                internalName, n -> libraries.find(Names.binary(n)).map(ClassFile::parseDeclarations));
    }
}
