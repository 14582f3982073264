package dev.subsecond.cli.demo;

import java.util.List;
import java.util.regex.Pattern;

/** What the demo types, all of it into the example's {@code Game.java}, each edit on top of the ones before. */
final class Edits {
    private static final String CELLS = "        String cells = world.population() + \" alive\";\n";
    private static final String CELLS_1 = "        String cells = world.population() + \" cells are alive\";\n";
    private static final String CELLS_2 =
            "        String cells = world.population() + \" alive in \" + busyRows() + \" rows\";\n";
    private static final String CELLS_3 = "        String cells = world.population() + \" alive, energy \" + energy;\n";
    private static final String CELLS_WRONG = "        String cells = world.populace() + \" inhabitants\";\n";
    private static final String CELLS_4 = "        String cells = world.population() + \" inhabitants\";\n";

    private static final String IMPORT_HOT = "import dev.subsecond.annotations.Hot;\n";
    private static final String IMPORT_STREAM = "import java.util.stream.IntStream;\n";

    private static final String CONSTRUCTOR = "    Game(World world) {\n";
    private static final String HELPER = """
                private long busyRows() {
                    return IntStream.range(0, world.height())
                            .filter(y -> IntStream.range(0, world.width()).anyMatch(x -> world.isAlive(x, y)))
                            .count();
                }
            """;

    private static final String COUNTER = "    private long generation;\n";
    private static final String NEW_FIELD = "    private long energy = " + Energy.AT_FIRST + ";\n";
    private static final String COUNTS = "        generation++;\n";
    private static final String USES_FIELD = "        energy--;\n";

    static final Edit CHANGED_BODY =
            new Edit("A changed body", remark("\\d+ cells are alive"), List.of(new Replacement(CELLS, CELLS_1)));

    static final Edit NEW_METHOD = new Edit(
            "A new method, with lambdas",
            remark("\\d+ alive in \\d+ rows"),
            List.of(
                    new Replacement(IMPORT_HOT, IMPORT_HOT + IMPORT_STREAM),
                    new Replacement(CONSTRUCTOR, HELPER + "\n" + CONSTRUCTOR),
                    new Replacement(CELLS_1, CELLS_2)));

    static final Edit NEW_FIELD_WITH_VALUE = new Edit(
            "A new instance field, in the object that is there",
            Energy.REMARK,
            List.of(
                    new Replacement(COUNTER, COUNTER + NEW_FIELD),
                    new Replacement(COUNTS, COUNTS + USES_FIELD),
                    new Replacement(CELLS_2, CELLS_3)));

    static final Edit MISTAKE =
            new Edit("A mistake ...", Energy.REMARK, List.of(new Replacement(CELLS_3, CELLS_WRONG)));

    static final Edit CORRECTION = new Edit(
            "... and its correction", remark("\\d+ inhabitants"), List.of(new Replacement(CELLS_WRONG, CELLS_4)));

    private Edits() {}

    private static Pattern remark(String regex) {
        return Pattern.compile(regex);
    }
}
