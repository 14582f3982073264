package dev.subsecond.thinlink.diff;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.tree.MethodNode;

/**
 * A lambda expression that running code creates or has created.
 *
 * @param source the class file that its newest body was compiled into
 * @param body that body
 * @param forms what that body is
 * @param shape what a body must have in common with it to run in its place
 * @param identity tells it from the other lambdas of its method, and stays when its body changes
 * @param hot whether its objects can be given to {@code Subsecond.call} or {@code HotFnN.current}
 * @param entries the methods behind its live objects, all of which run the newest body, oldest first; each with what the
 *     code was that it began with
 * @param creatable the one of {@code entries} that code in a patch class may name; empty while only the image has it
 */
public record RunningLambda(
        ClassFile source,
        MethodNode body,
        Forms forms,
        String shape,
        String identity,
        boolean hot,
        Map<Entry, Forms> entries,
        Optional<Entry> creatable) {

    public RunningLambda {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The oldest of its entries; it must have one. */
    public Entry first() {
        return entries.keySet().iterator().next();
    }

    /** The normal form of the newest body with the lambdas in it. */
    public String normalForm() {
        return forms.whole();
    }
}
