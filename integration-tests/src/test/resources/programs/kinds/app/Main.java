package app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Asks every scenario for its value, on an object made before all edits and on one made just now; prints what changed. */
public final class Main {
    private static final List<Supplier<Scenario>> SCENARIOS = List.of(
            Bodies::new,
            Methods::new,
            Fields::new,
            Lambdas::new,
            Constants::new,
            Construction::new,
            NewClasses::new,
            Traces::new,
            Kept::new);

    private final List<Scenario> old = new ArrayList<>();
    private final Map<String, String> shown = new HashMap<>();

    public static void main(String[] args) throws InterruptedException {
        Main main = new Main();
        SCENARIOS.forEach(scenario -> main.old.add(scenario.get()));
        while (true) {
            main.round();
            Thread.sleep(10);
        }
    }

    private void round() {
        for (int i = 0; i < old.size(); i++) {
            String name = old.get(i).getClass().getSimpleName();
            String line = name + ": old=" + old.get(i).value() + " new="
                    + SCENARIOS.get(i).get().value();
            if (!line.equals(shown.put(name, line))) {
                System.out.println(line);
            }
        }
    }
}
