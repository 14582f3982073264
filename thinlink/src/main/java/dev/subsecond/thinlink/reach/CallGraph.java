package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls whom in one state of the program, by class-hierarchy analysis. */
final class CallGraph {

    private final ImageIndex image;
    private final MarkedMethods marked;
    private final Hierarchy hierarchy;
    private final Map<String, ClassCalls> patched = new HashMap<>();

    CallGraph(ImageIndex image, RunningCode code, MarkedMethods marked) {
        this.image = image;
        this.marked = marked;
        this.hierarchy = new Hierarchy(image, code);
        code.patched().forEach(name -> patched.put(name, ClassCalls.of(code.running(name))));
    }

    /** Whether code that is not the program's own enters the unit: a stub, or what runs a closure. */
    boolean isHot(Unit unit) {
        return unit.isClosure() || marked.isHot(unit.owner(), unit.key());
    }

    boolean isStub(Unit unit) {
        return marked.isStub(unit.owner());
    }

    /** The flags of a method that a class of the program declares; null if it does not. */
    @Nullable
    Integer access(Unit unit) {
        return hierarchy.declared(unit.owner(), unit.key());
    }

    /** The calls that a method answers. */
    List<Call> calls(Unit callee, int access) {
        Key method = callee.key();
        Set<String> receivers = hierarchy.receivers(callee.owner(), method, access);
        Set<String> named = Hierarchy.isVirtual(method, access) ? hierarchy.named(receivers) : receivers;
        List<Call> calls = new ArrayList<>();
        named.forEach(owner -> calls.add(new Call(owner, method, true)));
        receivers.forEach(owner -> calls.add(new Call(owner, method, false)));
        return calls;
    }

    /** Who makes {@code call}. */
    List<Unit> callers(Call call) {
        List<Unit> found = new ArrayList<>();
        patched.values().forEach(c -> found.addAll(c.callers(call)));
        for (Unit caller : image.callers(call)) {
            if (!patched.containsKey(caller.owner())) {
                found.add(caller);
            }
        }
        return found;
    }

    /** Who calls {@code callee}, generated stubs included. */
    Set<Unit> callers(Unit callee, int access) {
        Set<Unit> found = new HashSet<>();
        calls(callee, access).forEach(call -> found.addAll(callers(call)));
        return found;
    }

    /** The types above {@code owner}, own and foreign, that a virtual call can name to run the method. */
    Set<String> named(Unit callee, int access) {
        return Hierarchy.isVirtual(callee.key(), access)
                ? hierarchy.named(Set.of(callee.owner()))
                : Set.of(callee.owner());
    }
}
