package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.model.Members;
import dev.subsecond.thinlink.model.Members.ResolvedMethod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;

/**
 * Where the newest sources select another method for a receiver than the JVM does, because its class, or one above it, got
 * the method from a patch.
 */
final class Overrides {

    private final Program program;
    private final Additions additions;
    private final Families families;
    private final Selection selection;

    Overrides(Program program, Additions additions) {
        this.program = program;
        this.additions = additions;
        this.families = new Families(program);
        this.selection = new Selection(program, additions);
    }

    /**
     * A class of receivers for which other code has to run than the JVM selects.
     *
     * @param selected what the JVM selects
     * @param receiver the class
     * @param code what the newest sources select
     */
    record Lead(ResolvedMethod selected, ClassFile receiver, ResolvedMethod code) {}

    /** The leads for each of {@code receivers}. */
    List<Lead> at(List<ClassFile> receivers, Key key) {
        return receivers.stream().flatMap(c -> of(c, key).stream()).toList();
    }

    /** The methods that the JVM selects for {@code receivers} when one that they override or inherit is called. */
    Set<ResolvedMethod> selectedAt(List<ClassFile> receivers, Key key) {
        Set<ResolvedMethod> found = new LinkedHashSet<>();
        receivers.forEach(c -> found.addAll(selectedFor(c, key)));
        return found;
    }

    private List<Lead> of(ClassFile receiver, Key key) {
        List<Lead> leads = new ArrayList<>();
        if (!program.follows(LinkRule.OVERRIDES)) {
            return leads;
        }
        selection.bySources(receiver, key).ifPresent(code -> {
            for (ResolvedMethod selected : selectedFor(receiver, key)) {
                if (!isSame(selected, code) && canLead(receiver, code) && !isFoundBySuperCall(selected, code)) {
                    leads.add(new Lead(selected, receiver, code));
                }
            }
        });
        return leads;
    }

    /** A method that the JVM's class has is called by way of the receiver, so that the JVM has to select it there. */
    private boolean canLead(ClassFile receiver, ResolvedMethod code) {
        return selection.isAdded(code)
                || selection
                        .byJvm(code.owner(), code.method(), receiver)
                        .filter(m -> isSame(m, code))
                        .isPresent();
    }

    /** What is left of an override that was removed is a call of the method it overrode. */
    private boolean isFoundBySuperCall(ResolvedMethod selected, ResolvedMethod code) {
        Key key = Key.of(selected.method());
        String owner = selected.owner().name();
        return program.newest(owner)
                .filter(c -> program.hasRunning(owner)
                        && c.method(key.name(), key.descriptor()).isEmpty())
                .flatMap(c -> selection.bySources(c, key))
                .filter(m -> isSame(m, code))
                .isPresent();
    }

    private boolean isSame(ResolvedMethod a, ResolvedMethod b) {
        return a.owner().name().equals(b.owner().name()) && isAdded(a) == isAdded(b);
    }

    private Set<ResolvedMethod> selectedFor(ClassFile receiver, Key key) {
        Set<ResolvedMethod> found = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>(Members.supertypes(program::newest, receiver));
        types.add(receiver.name());
        for (String type : types) {
            boolean isOverridden = program.newest(type)
                    .filter(c -> Families.declaresFor(receiver, c, key))
                    .isPresent();
            Optional<ClassFile> loaded = isOverridden ? program.loaded(type) : Optional.empty();
            loaded.flatMap(c -> c.method(key.name(), key.descriptor())
                            .filter(m -> (m.access & Opcodes.ACC_STATIC) == 0)
                            .flatMap(m -> selection.byJvm(c, m, receiver)))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Whether the entry of {@code selected} has to lead calls on for receivers of {@code host} or a class below it. */
    boolean leadsAway(ResolvedMethod selected, ClassFile host) {
        Key key = Key.of(selected.method());
        return selection.hasEntry(selected)
                && candidates(selected, key).stream()
                        .filter(c -> isAtOrBelow(c, host.name()))
                        .flatMap(c -> of(c, key).stream())
                        .anyMatch(l -> isSame(l.selected(), selected));
    }

    /** The method whose entry {@code super.m()}, called from {@code host} on {@code named}, would be led away from. */
    Optional<ResolvedMethod> ledFrom(String named, Key key, ClassFile host) {
        return Members.method(program::loaded, named, key.name(), key.descriptor())
                .filter(m -> !m.is(Opcodes.ACC_STATIC) && leadsAway(m, host));
    }

    private boolean isAtOrBelow(ClassFile c, String type) {
        return c.name().equals(type) || program.isBelow(c, type);
    }

    /** The classes that may lead away: those that got the method, and all if it was not overridable in the running program. */
    private List<ClassFile> candidates(ResolvedMethod selected, Key key) {
        List<ClassFile> found = added(key);
        if (selection.isMadeOverridable(selected)) {
            found.addAll(program.subtypes(selected.owner().name()));
        }
        return found;
    }

    /** The classes that got the method, and those below them: one may have it instead of an interface's. */
    private List<ClassFile> added(Key key) {
        List<ClassFile> found = new ArrayList<>();
        for (String name : program.addedVirtuals(key)) {
            if (additions.hasMethod(name, key)) {
                program.newest(name).ifPresent(found::add);
                found.addAll(program.subtypes(name));
            }
        }
        return found;
    }

    /**
     * The family that a call through {@code named} has to ask, because the method that the JVM would select is not one of
     * the program's that could lead it on.
     */
    Optional<String> siteRoot(String named, ClassFile declaring, Key key) {
        List<ClassFile> added = added(key);
        if (added.isEmpty()) {
            return Optional.empty();
        }
        Set<String> roots = siteRoots(program.newest(named).orElse(declaring), declaring, key);
        return added.stream()
                .filter(c -> mayBe(c, named) && of(c, key).stream().anyMatch(l -> needsSite(l.selected())))
                .flatMap(c -> siteRoots(c, c, key).stream())
                .filter(roots::contains)
                .findFirst();
    }

    /** Whether an object of {@code c} or of a class below it can have the static type {@code named}. */
    private boolean mayBe(ClassFile c, String named) {
        return isAtOrBelow(c, named)
                || program.newest(named)
                        .filter(t -> program.isBelow(t, c.name()))
                        .isPresent()
                || program.subtypes(c.name()).stream().anyMatch(s -> isAtOrBelow(s, named));
    }

    /** Whether {@code selected} runs without asking anything, so that its callers have to. */
    boolean needsSite(ResolvedMethod selected) {
        return !selected.is(Opcodes.ACC_ABSTRACT) && !selection.hasEntry(selected);
    }

    /** The topmost types that declare {@code declaring}'s method; if only heirs may call it, the topmost heir of the program. */
    SortedSet<String> siteRoots(ClassFile receiver, ClassFile declaring, Key key) {
        SortedSet<String> roots = new TreeSet<>();
        for (String root : families.roots(declaring, key)) {
            boolean isPublic = program.newest(root)
                    .flatMap(c -> c.method(key.name(), key.descriptor()))
                    .filter(m -> (m.access & Opcodes.ACC_PUBLIC) != 0)
                    .isPresent();
            roots.add(isPublic || program.isOwn(root) ? root : topmostOwn(receiver));
        }
        return roots;
    }

    private String topmostOwn(ClassFile receiver) {
        String top = receiver.name();
        Optional<ClassFile> c = Optional.of(receiver);
        while (c.isPresent() && program.isOwn(c.get().name())) {
            top = c.get().name();
            c = Optional.ofNullable(c.get().node().superName).flatMap(program::newest);
        }
        return top;
    }

    /** The virtual methods that patches have added to the classes above {@code c}. */
    Set<Key> addedAbove(ClassFile c) {
        Set<Key> found = new LinkedHashSet<>();
        for (String type : Members.supertypes(program::newest, c)) {
            if (program.hasRunning(type)) {
                program.newest(type).stream()
                        .flatMap(t -> t.methods().stream())
                        .filter(m -> Families.isVirtual(m)
                                && !program.runningClass(type).hasLoaded(m))
                        .map(Key::of)
                        .filter(key -> additions.hasMethod(type, key))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The library's methods, and others without an entry, that the JVM goes on to select for {@code c}. */
    List<ResolvedMethod> unaware(ClassFile c, Key key) {
        return of(c, key).stream().map(Lead::selected).filter(this::needsSite).toList();
    }

    /** The method that the JVM finds when the added method of {@code declaring} is called. */
    Optional<ResolvedMethod> overridden(ClassFile declaring, Key key) {
        return program.loaded(declaring.name())
                .flatMap(c -> Members.inheritedMethod(program::loaded, c, key.name(), key.descriptor()));
    }

    /** Whether the JVM's class lacks the method, or has no body for it. */
    boolean isAdded(ResolvedMethod m) {
        return selection.isAdded(m);
    }

    /** Whether {@code m} leads its own calls on when asked to. */
    boolean hasEntry(ResolvedMethod m) {
        return selection.hasEntry(m);
    }
}
