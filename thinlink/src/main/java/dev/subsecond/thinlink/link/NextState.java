package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.diff.AddedField;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.diff.SwitchMaps;
import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.reach.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the program will run once a patch is committed; forgotten if the patch is rejected. */
final class NextState {

    private final Map<String, Map<Key, Optional<RunningMethod>>> methods = new HashMap<>();
    private final Map<String, Map<Key, AddedField>> fields = new HashMap<>();
    private final Map<String, Map<Key, Boolean>> led = new HashMap<>();
    private final Map<String, Set<Key>> makers = new HashMap<>();
    private final Map<String, RunningClass> newClasses = new HashMap<>();
    private Map<Unit, String> differences = Map.of();

    /** What the patch tells the program of its hot functions. */
    void differ(Map<Unit, String> now) {
        differences = now;
    }

    void clear() {
        methods.clear();
        fields.clear();
        led.clear();
        makers.clear();
        newClasses.clear();
    }

    void method(ClassFile owner, Key key, RunningMethod now) {
        methods.computeIfAbsent(owner.name(), x -> new HashMap<>()).put(key, Optional.of(now));
    }

    void removed(ClassFile owner, Key key) {
        methods.computeIfAbsent(owner.name(), x -> new HashMap<>()).put(key, Optional.empty());
    }

    void field(ClassFile owner, Key key, AddedField field) {
        fields.computeIfAbsent(owner.name(), x -> new HashMap<>()).put(key, field);
    }

    /** The constructor has an added method in its place. */
    void maker(ClassFile owner, Key constructor) {
        makers.computeIfAbsent(owner.name(), x -> new HashSet<>()).add(constructor);
    }

    /** The lambdas of a method whose own code stays. */
    void lambdas(ClassFile owner, Key key, RunningMethod now) {
        methods.computeIfAbsent(owner.name(), x -> new HashMap<>()).putIfAbsent(key, Optional.of(now));
    }

    /** Whether the entry of a loaded method asks first whether some other code runs for the receiver. */
    void led(ClassFile owner, Key key, boolean asks) {
        led.computeIfAbsent(owner.name(), x -> new HashMap<>()).put(key, asks);
    }

    /** @param loaded the class as it is loaded, which may have more methods than {@code owner}, the class as compiled */
    void newClass(ClassFile owner, ClassFile loaded, SwitchMaps switchMaps) {
        Map<Key, RunningMethod> methods =
                RunningClass.ofImage(owner, switchMaps).methods();
        newClasses.put(owner.name(), new RunningClass(loaded, methods, Map.of(), Set.of(), Set.of()));
    }

    /** The running classes that it changes. */
    Set<String> classes() {
        Set<String> names = new HashSet<>(methods.keySet());
        names.addAll(fields.keySet());
        names.addAll(led.keySet());
        names.addAll(makers.keySet());
        return names;
    }

    /** The classes that it changes or adds. */
    Set<String> patched() {
        Set<String> names = classes();
        names.addAll(newClasses.keySet());
        return names;
    }

    /** The classes that are new with it, as they are loaded. */
    Map<String, RunningClass> newClasses() {
        return newClasses;
    }

    /** What runs of one of {@link #patched} once it is committed. */
    RunningClass after(Program program, String name) {
        RunningClass fresh = newClasses.get(name);
        RunningClass running = fresh == null ? program.runningClass(name) : fresh;
        Map<Key, RunningMethod> now = new HashMap<>(running.methods());
        methods.getOrDefault(name, Map.of())
                .forEach((key, method) -> method.ifPresentOrElse(m -> now.put(key, m), () -> now.remove(key)));
        Map<Key, AddedField> all = new HashMap<>(running.addedFields());
        all.putAll(fields.getOrDefault(name, Map.of()));
        Set<Key> asking = new HashSet<>(running.led());
        led.getOrDefault(name, Map.of()).forEach((key, asks) -> {
            if (asks) {
                asking.add(key);
            } else {
                asking.remove(key);
            }
        });
        Set<Key> made = new HashSet<>(running.makers());
        made.addAll(makers.getOrDefault(name, Set.of()));
        return new RunningClass(running.loaded(), now, all, made, asking);
    }

    /** Makes it what {@code program} runs. */
    void commit(Program program) {
        commitNewClasses(program);
        classes().forEach(name -> program.runs(name, after(program, name)));
        program.differ(differences);
    }

    /** The patch was refused, but its new classes are in the program's reach, and the JVM may have loaded them. */
    void refused(Program program) {
        newClasses.keySet().stream()
                .filter(name -> isNestedInRunning(program, name))
                .toList()
                .forEach(name -> {
                    // Its code leans on the patch that failed, so that it can never run.
                    newClasses.remove(name);
                    program.burn(name);
                });
        commitNewClasses(program);
    }

    private boolean isNestedInRunning(Program program, String name) {
        RunningClass fresh = newClasses.get(name);
        return fresh != null
                && !fresh.loaded().isTopLevel()
                && program.hasRunning(fresh.loaded().outermost());
    }

    /** New classes are in the program's reach as soon as they are sent, whatever becomes of the patch. */
    private void commitNewClasses(Program program) {
        Map<Unit, String> told = program.differences();
        newClasses.forEach(program::runs);
        if (told != null) {
            program.differ(told);
        }
    }
}
