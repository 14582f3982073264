package dev.subsecond.thinlink.live;

import static dev.subsecond.thinlink.live.LinkedProgram.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The pointer of a hot function changes if and only if its code or what that reaches changes. */
class PointerTest {

    private static final String MAIN = """
            package app;
            import dev.subsecond.annotations.Hot;
            class Main {
                @Hot static int tick() { return Middle.one() + Other.tock(); }
            }
            """;
    private static final String MIDDLE = """
            package app;
            class Middle {
                static int one() { return two(); }
                static int two() { return new Leaf().three() + 1; }
                static int unused() { return 5; }
            }
            """;
    private static final String LEAF = """
            package app;
            class Leaf {
                int x = start();
                int three() { return 3; }
                private int start() { return 7; }
            }
            """;
    private static final String OTHER = """
            package app;
            import dev.subsecond.annotations.Hot;
            class Other {
                @Hot static int tock() { return inner(); }
                static int inner() { return 9; }
            }
            """;

    private static LinkedProgram program() {
        return LinkedProgram.start(MAIN, MIDDLE, LEAF, OTHER);
    }

    /** Edits {@code unit} from {@code before} to {@code after} and back; all of {@code functions} change and return. */
    private static void assertChanges(
            LinkedProgram program, String unit, String before, String after, String... functions) {
        LinkedProgram.Edit edit = program.edit(unit.replace(before, after));
        for (String f : functions) {
            assertThat(program.pointer(f))
                    .as(f + " after " + edit.result().members())
                    .isNotEqualTo(IMAGE);
        }
        program.edit(unit);
        for (String f : functions) {
            assertThat(program.pointer(f)).as(f + " undone").isEqualTo(IMAGE);
        }
    }

    @Test
    void calleeAtDepthThreeChangesThePointerOfAFunctionThatKeepsItsCode() {
        LinkedProgram program = program();

        LinkedProgram.Edit edit = program.edit(LEAF.replace("return 3", "return 4"));

        assertThat(edit.patched()).containsExactly("app.Leaf.three");
        assertThat(edit.pointerOnly()).containsExactly("app.Main.tick");
        assertThat(program.pointer("app.Main.tick")).isNotEqualTo(IMAGE);
        assertThat(program.content("app.Main.tick")).as("own content").isEqualTo(IMAGE);
        program.edit(LEAF);
        assertThat(program.pointer("app.Main.tick")).as("undone").isEqualTo(IMAGE);
    }

    @Test
    void fieldInitialiserCountsForWhoeverCreatesTheObject() {
        assertChanges(program(), LEAF, "return 7", "return 8", "app.Main.tick");
    }

    @Test
    void reachEndsAtAnotherHotFunction() {
        LinkedProgram program = program();

        LinkedProgram.Edit edit = program.edit(OTHER.replace("return 9", "return 10"));

        assertThat(edit.pointerOnly()).containsExactly("app.Other.tock");
        assertThat(program.pointer("app.Main.tick")).isEqualTo(IMAGE);
        edit = program.edit(OTHER.replace("return inner()", "return 2 * inner()"));
        assertThat(edit.patched()).contains("app.Other.tock");
        assertThat(program.pointer("app.Main.tick")).isEqualTo(IMAGE);
    }

    @Test
    void whatIsNotReachedChangesNothing() {
        LinkedProgram program = program();

        LinkedProgram.Edit edit = program.edit(MIDDLE.replace("return 5", "return 6"));

        assertThat(edit.patched()).containsExactly("app.Middle.unused");
        assertThat(edit.pointerOnly()).isEmpty();
    }

    @Test
    void unreachedUntilACallerNamesIt() {
        LinkedProgram program = program();
        String edited = MIDDLE.replace("return 5", "return 6");
        program.edit(edited);

        program.edit(edited.replace("return two()", "return two() + unused()"));
        String calling = program.pointer("app.Main.tick");
        program.edit(MIDDLE.replace("return two()", "return two() + unused()"));

        assertThat(calling).isNotEqualTo(IMAGE);
        assertThat(program.pointer("app.Main.tick")).isNotIn(IMAGE, calling);
    }

    @Test
    void sourceOfAnotherLengthThatMeansTheSameChangesNothing() {
        LinkedProgram program = program();

        LinkedProgram.Edit edit = program.edit(LEAF.replace("int three()", "\n\n  /* three */ int three()"));

        assertThat(edit.manifest()).isEmpty();
        assertThat(program.pointer("app.Main.tick")).isEqualTo(IMAGE);
    }

    @Test
    void orderOfEditsDoesNotMatter() {
        String leaf = LEAF.replace("return 3", "return 33");
        String middle = MIDDLE.replace("+ 1", "+ 11");
        String main = MAIN.replace("Middle.one() +", "2 * Middle.one() +");
        LinkedProgram one = program();
        one.edit(leaf);
        one.edit(MIDDLE.replace("+ 1", "+ 77"));
        one.edit(middle);
        one.edit(main);
        LinkedProgram other = program();
        other.edit(main);
        other.edit(middle);
        other.edit(leaf);
        LinkedProgram atOnce = program();
        atOnce.edit(main, middle, leaf);

        assertThat(other.pointer("app.Main.tick")).isEqualTo(one.pointer("app.Main.tick"));
        assertThat(atOnce.pointer("app.Main.tick")).isEqualTo(one.pointer("app.Main.tick"));
    }

    @Test
    void orderOfEditsDoesNotMatterForFieldsThatPatchesAdd() {
        String leaf = LEAF.replace("return 3", "return added").replace("int x", "int added = 4;\n    int x");
        LinkedProgram one = program();
        one.edit(leaf);
        LinkedProgram other = program();
        other.edit(MIDDLE.replace("return 5", "return 6"));
        other.edit(MIDDLE);
        other.edit(leaf);

        assertThat(one.pointer("app.Main.tick")).isNotEqualTo(IMAGE);
        assertThat(other.pointer("app.Main.tick")).isEqualTo(one.pointer("app.Main.tick"));
    }

    @Test
    void undoOfOneOfTwoEditsLeavesTheOther() {
        LinkedProgram program = program();
        program.edit(LEAF.replace("return 3", "return 4"));
        String first = program.pointer("app.Main.tick");
        program.edit(MIDDLE.replace("+ 1", "+ 2"));
        String both = program.pointer("app.Main.tick");

        program.edit(MIDDLE);

        assertThat(both).isNotEqualTo(first);
        assertThat(program.pointer("app.Main.tick")).isEqualTo(first);
    }

    @Test
    void rejectedPatchChangesNothing() {
        LinkedProgram program = program();

        program.rejected(LEAF.replace("return 3", "return 4"));
        LinkedProgram.Edit undo = program.edit(LEAF);

        assertThat(undo.manifest()).isEmpty();
        assertThat(program.pointer("app.Main.tick")).isEqualTo(IMAGE);
    }

    @Test
    void refusedMemberDoesNotCount() {
        String shape = """
                package app;
                import dev.subsecond.annotations.Hot;
                class Shape {
                    Shape(int x) { super(); }
                    int area() { return 1; }
                    @Hot static int tick() { return new Shape(1).area(); }
                }
                """;
        LinkedProgram program = LinkedProgram.start(shape);

        LinkedProgram.Edit edit = program.edit(shape.replace("int area() { return 1; }", "native int area();"));

        assertThat(edit.result().members())
                .as("refused")
                .anyMatch(v -> v.token().equals("MethodKind"));
        assertThat(program.pointer("app.Shape.tick")).isEqualTo(IMAGE);
    }

    @Test
    void constructorThatIsReplacedCountsForWhatMakesTheObjects() {
        String shape = """
                package app;
                import dev.subsecond.annotations.Hot;
                class Shape {
                    final int n;
                    Shape(int n) { this(n, 1); }
                    Shape(int n, int times) { this.n = n * times; }
                    @Hot static int tick() { return new Shape(1).n; }
                    @Hot static int other() { return 1; }
                }
                """;
        LinkedProgram program = LinkedProgram.start(shape);
        String edited = shape.replace("this(n, 1)", "this(n, 2)");

        program.edit(edited);
        String first = program.pointer("app.Shape.tick");
        program.edit(edited.replace("this.n = n", "this.n = 2 * n"));
        String second = program.pointer("app.Shape.tick");
        program.edit(shape);

        assertThat(first).isNotEqualTo(IMAGE);
        assertThat(second).isNotIn(IMAGE, first);
        assertThat(program.pointer("app.Shape.tick")).as("undone").isEqualTo(IMAGE);
        assertThat(program.pointer("app.Shape.other")).isEqualTo(IMAGE);
    }

    @Test
    void recursionAndMutualRecursion() {
        String source = """
                package app;
                import dev.subsecond.annotations.Hot;
                class Main {
                    @Hot static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
                    static int odd(int n) { return n == 0 ? 0 : back(n - 1); }
                    static int back(int n) { return n == 0 ? 1 : odd(n - 1) + self(n); }
                    static int self(int n) { return n == 0 ? 0 : self(n - 1); }
                    @Hot static int second(int n) { return back(n); }
                }
                """;
        String[] both = {"app.Main.even", "app.Main.second"};
        LinkedProgram program = LinkedProgram.start(source);
        assertChanges(program, source, "self(n - 1)", "self(n - 1) + 1", both);
        assertChanges(program, source, "? 0 : back", "? 2 : back", both);
    }

    @Test
    void hotFunctionThatCallsItselfChangesWithItsOwnCodeAlone() {
        String source = """
                package app;
                import dev.subsecond.annotations.Hot;
                class Main {
                    @Hot static int down(int n) { return n == 0 ? 1 : up(n - 1); }
                    @Hot static int up(int n) { return n == 0 ? 1 : down(n - 1); }
                }
                """;
        LinkedProgram program = LinkedProgram.start(source);

        program.edit(source.replace("? 1 : up", "? 2 : up"));

        assertThat(program.pointer("app.Main.down")).isNotEqualTo(IMAGE);
        assertThat(program.pointer("app.Main.up")).isEqualTo(IMAGE);
    }

    private static final String SHAPES = """
            package app;
            import dev.subsecond.annotations.Hot;
            class Main {
                @Hot static int tick(Shape s) { return s.area(); }
                @Hot static int circle(Circle c) { return c.area(); }
                @Hot static String name(Named n) { return n.name(); }
            }
            interface Named { default String name() { return prefix() + "x"; } private String prefix() { return "p"; } }
            class Shape implements Named { int area() { return 1; } }
            class Square extends Shape { int area() { return 2; } }
            class Circle extends Shape { }
            class Small extends Square { public String name() { return "small"; } }
            """;

    @Test
    void targetsOfVirtualCallsCount() {
        LinkedProgram program = LinkedProgram.start(SHAPES);
        assertChanges(program, SHAPES, "return 1", "return 11", "app.Main.tick", "app.Main.circle");
        assertChanges(program, SHAPES, "\"small\"", "\"smaller\"", "app.Main.name");

        program.edit(SHAPES.replace("return 2", "return 22"));

        assertThat(program.pointer("app.Main.tick")).isNotEqualTo(IMAGE);
        assertThat(program.pointer("app.Main.circle"))
                .as("no square is a circle")
                .isEqualTo(IMAGE);
    }

    @Test
    void defaultAndPrivateMethodsOfInterfacesCount() {
        LinkedProgram program = LinkedProgram.start(SHAPES);
        assertChanges(program, SHAPES, "\"x\"", "\"y\"", "app.Main.name");
        assertChanges(program, SHAPES, "\"p\"", "\"q\"", "app.Main.name");
    }

    @Test
    void newClassIsATargetOfVirtualCalls() {
        LinkedProgram program = LinkedProgram.start(SHAPES);

        LinkedProgram.Edit edit = program.edit("package app;\nclass Oval extends Shape { int area() { return 6; } }");

        assertThat(edit.pointerOnly()).containsExactly("app.Main.tick");
        String six = program.pointer("app.Main.tick");
        program.edit("package app;\nclass Oval extends Shape { int area() { return 7; } }");
        assertThat(program.pointer("app.Main.tick")).isNotIn(IMAGE, six);
        program.edit("package app;\nclass Oval extends Shape { int area() { return 6; } }");
        assertThat(program.pointer("app.Main.tick")).as("undone").isEqualTo(six);
    }

    @Test
    void lambdasAndMethodReferencesCountWhereTheyAreMade() {
        String source = """
                package app;
                import dev.subsecond.annotations.Hot;
                import java.util.function.IntSupplier;
                class Main {
                    @Hot static int tick() { IntSupplier s = () -> one() + 1; return s.getAsInt(); }
                    @Hot static int tock() { IntSupplier s = Main::two; return s.getAsInt(); }
                    static int one() { return 1; }
                    static int two() { return 2; }
                }
                """;
        LinkedProgram program = LinkedProgram.start(source);
        assertChanges(program, source, "one() + 1", "one() + 2", "app.Main.tick");
        assertChanges(program, source, "return 1", "return 11", "app.Main.tick");
        assertChanges(program, source, "return 2", "return 22", "app.Main.tock");
        assertThat(program.pointer("app.Main.tick")).isEqualTo(IMAGE);
    }

    @Test
    void staticInitialisersDoNotCountSinceTheyAreNotRunAgain() {
        String source = """
                package app;
                import dev.subsecond.annotations.Hot;
                class Main {
                    static int start = compute();
                    static int compute() { return 1; }
                    @Hot static int tick() { return start; }
                }
                """;
        LinkedProgram program = LinkedProgram.start(source);

        program.edit(source.replace("return 1", "return 2"));

        assertThat(program.pointer("app.Main.tick")).isEqualTo(IMAGE);
    }

    @Test
    void removedOverrideCounts() {
        LinkedProgram program = LinkedProgram.start(SHAPES);
        assertChanges(program, SHAPES, "int area() { return 2; }", "", "app.Main.tick");
    }

    @Test
    void programWithoutHotFunctionsHasPointersOfItsOwnCodeOnly() {
        LinkedProgram program =
                LinkedProgram.start(MAIN.replace("@Hot ", ""), MIDDLE, LEAF, OTHER.replace("@Hot ", ""));

        LinkedProgram.Edit edit = program.edit(LEAF.replace("return 3", "return 4"));

        assertThat(edit.patched()).containsExactly("app.Leaf.three");
        assertThat(edit.pointerOnly()).isEmpty();
        assertThat(program.pointer("app.Leaf.three")).isNotEqualTo(IMAGE);
    }

    @Test
    void methodThatBecomesHotGetsAPointerOfWhatItReaches() {
        LinkedProgram program = program();
        String hot = MIDDLE.replace("static int two", "@dev.subsecond.annotations.Hot static int two");
        program.edit(hot);

        LinkedProgram.Edit edit = program.edit(LEAF.replace("return 3", "return 4"));

        assertThat(edit.pointerOnly()).containsExactly("app.Middle.two");
        assertThat(program.pointer("app.Main.tick")).isEqualTo(IMAGE);
    }
}
