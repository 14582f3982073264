package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.diff.RunningLambda;
import dev.subsecond.thinlink.diff.RunningMethod;
import dev.subsecond.thinlink.model.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells for each hot function how what it reaches differs from what it reaches in the image. */
public final class Differences {

    private static final String REMOVED = "removed";

    /** A piece of code that is not the image's. */
    private record Changed(Unit unit, int access, String form) {}

    private final RunningCode code;
    private final List<Changed> changed = new ArrayList<>();

    private Differences(RunningCode code) {
        this.code = code;
    }

    /**
     * The differences while {@code code} runs, as texts: equal if and only if they are. Hot functions without a difference are
     * left out. Costs a walk to the callers for each method that is not the image's.
     */
    public static Map<Unit, String> of(ImageIndex image, RunningCode code, MarkedMethods marked) {
        Differences differences = new Differences(code);
        code.patched().stream().filter(name -> !marked.isStub(name)).forEach(differences::collect);
        return differences.byFunction(new Reach(image, code, marked));
    }

    private Map<Unit, String> byFunction(Reach reach) {
        Map<Unit, TreeMap<String, String>> reached = new HashMap<>();
        for (Changed c : changed) {
            for (Unit function : reach.hotFunctions(c.unit(), c.access())) {
                reached.computeIfAbsent(function, x -> new TreeMap<>())
                        .put(c.unit().toString(), c.form());
            }
        }
        Map<Unit, String> texts = new HashMap<>();
        reached.forEach((function, forms) -> texts.put(function, forms.toString()));
        return texts;
    }

    private void collect(String name) {
        RunningClass running = code.running(name);
        RunningClass image = code.image(name);
        Map<Key, RunningMethod> before = image == null ? Map.of() : image.methods();
        running.methods().forEach((key, now) -> compare(name, key, before.get(key), now));
        before.forEach((key, method) -> {
            if (!running.methods().containsKey(key)) {
                add(name, key, method, REMOVED);
            }
        });
    }

    private void compare(String owner, Key key, @Nullable RunningMethod before, RunningMethod now) {
        if (now.equals(before)) {
            return;
        }
        if (before == null || !before.forms().reach().equals(now.forms().reach())) {
            add(owner, key, now, now.forms().reach());
        }
        for (RunningLambda closure : now.lambdas()) {
            if (closure.hot() && !closure.entries().isEmpty() && !isImage(closure, before)) {
                changed.add(new Changed(
                        Unit.closure(closure.first()),
                        closure.body().access,
                        closure.forms().reach()));
            }
        }
    }

    private static boolean isImage(RunningLambda closure, @Nullable RunningMethod before) {
        return before != null
                && before.lambdas().stream()
                        .anyMatch(b -> b.identity().equals(closure.identity())
                                && b.forms().reach().equals(closure.forms().reach()));
    }

    private void add(String owner, Key key, RunningMethod method, String form) {
        if (!key.name().equals(Names.STATIC_INITIALISER)) {
            changed.add(new Changed(Unit.method(owner, key), method.node().access, form));
        }
    }
}
