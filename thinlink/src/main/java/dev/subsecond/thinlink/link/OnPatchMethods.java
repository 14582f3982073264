package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.OnPatchMethod;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.List;

/** The methods that are told of a patch: those that the newest sources mark and that the program runs with it. */
final class OnPatchMethods {

    private OnPatchMethods() {}

    static List<OnPatchMethod> of(Program program, StateAfter after) {
        Additions additions = new Additions(program);
        List<OnPatchMethod> all = new ArrayList<>();
        program.marked().onPatch().forEach((owner, methods) -> {
            if (after.hasRunning(owner)) {
                methods.stream()
                        .filter(m -> after.running(owner).methods().containsKey(m))
                        .forEach(m -> all.add(method(additions, after.running(owner), owner, m)));
            }
        });
        return all;
    }

    private static OnPatchMethod method(Additions additions, RunningClass running, String owner, Key m) {
        String function = running.hasLoaded(m) ? null : additions.functionId(owner, m);
        return new OnPatchMethod(Names.binary(owner), m.name(), function);
    }
}
