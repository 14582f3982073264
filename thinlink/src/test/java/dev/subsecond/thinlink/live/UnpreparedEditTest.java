package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Edits of a program whose classes were not prepared: {@code app.Main.show()} is hot and called through its stub, and what
 * it leads to is carried.
 */
class UnpreparedEditTest {

    @TempDir
    Path folder;

    /** Shows before, after the edit, after a second edit, and after the undo of both. */
    private void liveTwiceAndUndone(String before, String after, String second, String... shown) throws IOException {
        try (LiveProgram program = LiveProgram.startUnprepared(folder, before)) {
            assertThat(program.show()).as("before").isEqualTo(shown[0]);
            String[] sources = {after, second, before};
            for (int i = 0; i < sources.length; i++) {
                Edit edit = program.edit(sources[i]);
                assertThat(edit.notLive()).as("edit " + (i + 1)).isEmpty();
                assertThat(program.show()).as("edit " + (i + 1)).isEqualTo(shown[Math.min(i + 1, shown.length - 1)]);
            }
        }
    }

    private static List<String> notes(Edit edit, String member) {
        return of(edit, member).notes();
    }

    private static MemberVerdict of(Edit edit, String member) {
        return edit.result().members().stream()
                .filter(v -> v.member().equals(member))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        member + " has no verdict: " + edit.result().members()));
    }

    @Test
    void theHotMethodItself() throws IOException {
        String source = "package app;\nclass Main { static String show() { return \"one\"; } }";
        liveTwiceAndUndone(
                source, source.replace("one", "two"), source.replace("one", "three"), "one", "two", "three", "one");
    }

    private static final String DEEP = """
            package app;
            class Main {
                static final Main OLD = new Main();
                private int count = 1;
                static String show() { return first(OLD) + first(new Main()); }
                static String first(Main m) { return "<" + m.second(1) + ">"; }
                String second(int x) { return x > 1 ? "" : third(x) + second(x + 1); }
                private String third(int x) { return "v" + (count + x); }
            }
            """;

    @Test
    void privateMethodThreeCallsDeepOfOldAndNewObjects() throws IOException {
        liveTwiceAndUndone(
                DEEP,
                DEEP.replace("\"v\" + (count + x)", "\"w\" + (count * 10 + x)"),
                DEEP.replace("\"v\" + (count + x)", "\"z\" + (count - x)"),
                "<v2><v2>",
                "<w11><w11>",
                "<z0><z0>",
                "<v2><v2>");
    }

    @Test
    void whatWasCarriedOnceNeedsNoCarryingAgain() throws IOException {
        try (LiveProgram program = LiveProgram.startUnprepared(folder, DEEP)) {
            Edit first = program.edit(DEEP.replace("\"v\"", "\"w\""));
            Edit second = program.edit(DEEP.replace("\"v\"", "\"x\""));
            assertThat(program.show()).isEqualTo("<x2><x2>");
            assertThat(bodies(first)).contains("app.Main.show", "app.Main.first", "app.Main.second", "app.Main.third");
            assertThat(bodies(second)).containsExactly("app.Main.third");
        }
    }

    @Test
    void carriedClassThatIsNotCompiledAgainIsNotCarriedAgain() throws IOException {
        String main = "package app;\nclass Main { static String show() { return Way.go(); } }";
        String way = "package app;\nclass Way { static String go() { return \"<\" + End.x() + \">\"; } }";
        String end = "package app;\nclass End { static String x() { return \"a\"; } static void idle() {} }";
        try (LiveProgram program = LiveProgram.startUnprepared(folder, main, way, end)) {
            assertThat(bodies(program.edit(end.replace("\"a\"", "\"b\""))))
                    .containsExactlyInAnyOrder("app.Main.show", "app.Way.go", "app.End.x");
            assertThat(bodies(program.edit(end.replace("\"a\"", "\"c\"")))).containsExactly("app.End.x");
            assertThat(program.show()).isEqualTo("<c>");
            Edit idle = program.edit(end.replace("\"a\"", "\"c\"").replace("{}", "{ System.gc(); }"));
            assertThat(idle.result().patch()).as("nothing to send").isEmpty();
        }
    }

    private static List<String> bodies(Edit edit) {
        return LinkedProgram.manifest(edit.result().patch().orElseThrow()).functions().stream()
                .filter(f -> f.body() != null)
                .map(f -> f.owner() + "." + f.name())
                .toList();
    }

    @Test
    void overrideIsFoundThroughInterfaceAbstractClassAndGenerics() throws IOException {
        String source = """
                package app;
                class Main {
                    static final Shape<String>[] ALL = all();
                    @SuppressWarnings("unchecked")
                    static Shape<String>[] all() { return new Shape[] {new Square(), new Disc(), new Wide()}; }
                    static String show() {
                        StringBuilder all = new StringBuilder();
                        for (Shape<String> s : ALL) { all.append(describe(s)).append(' '); }
                        return all.toString();
                    }
                    static String describe(Shape<String> s) { return s.name("n") + s.toString() + (s instanceof Base b ? b.both() : ""); }
                }
                interface Shape<T> { T name(T t); }
                abstract class Base implements Shape<String> {
                    abstract int sides();
                    String both() { return "/" + sides(); }
                    public String toString() { return "base" + sides(); }
                }
                class Square extends Base {
                    public String name(String t) { return "square" + t; }
                    int sides() { return 4; }
                }
                class Wide extends Square {
                    int sides() { return 5; }
                    public String toString() { return "wide" + super.sides(); }
                }
                class Disc implements Shape<String> {
                    public String name(String t) { return "disc" + t; }
                    public String toString() { return "d"; }
                }
                """;
        liveTwiceAndUndone(
                source,
                source.replace("return 4", "return 44").replace("\"disc\"", "\"DISC\""),
                source.replace("\"square\"", "\"sq\"").replace("return \"d\"", "return \"e\""),
                "squarenbase4/4 discnd squarenwide4/5 ",
                "squarenbase44/44 DISCnd squarenwide44/5 ",
                "sqnbase4/4 discne sqnwide4/5 ",
                "squarenbase4/4 discnd squarenwide4/5 ");
    }

    @Test
    void addedMethodsFieldsAndLambdas() throws IOException {
        String source = """
                package app;
                class Main {
                    static final Main OLD = new Main();
                    static String show() { return go(OLD) + go(new Main()); }
                    static String go(Main m) { return m.text(); }
                    String text() { return "a"; }
                }
                """;
        String after = """
                package app;
                import java.util.function.Supplier;
                class Main {
                    static final Main OLD = new Main();
                    static int calls = 10;
                    int own = 5;
                    static String show() { return go(OLD) + go(new Main()); }
                    static String go(Main m) { return m.text(); }
                    String text() { own++; Supplier<String> s = () -> added() + own; return s.get(); }
                    private String added() { return "b" + (++calls) + "."; }
                }
                """;
        liveTwiceAndUndone(
                source,
                after,
                after.replace("\"b\"", "\"c\"").replace("own++", "own += 10"),
                "aa",
                "b11.6b12.6",
                "c13.16c14.15",
                "aa");
    }

    private static final String TREES = """
            package app;
            import java.util.*;
            class Main {
                static String show() {
                    List<String> all = new ArrayList<>(List.of("bb", "a", "ccc"));
                    all.sort(new ByLength());
                    return all + Used.text();
                }
                public static void main(String[] args) { System.out.println(once()); }
                static String once() { return "once"; }
                static String idle() { return "idle"; }
            }
            class ByLength implements Comparator<String> {
                public int compare(String a, String b) { return Integer.compare(a.length(), b.length()); }
            }
            class Used { static String text() { return "t"; } }
            """;

    @Test
    void whatNoStubLeadsToIsUnreachedAndSaysWhoCallsIt() throws IOException {
        try (LiveProgram program = LiveProgram.startUnprepared(folder, TREES)) {
            assertThat(program.show()).isEqualTo("[a, bb, ccc]t");
            Edit edit = program.edit(TREES.replace("compare(a.length(), b.length())", "compare(b.length(), a.length())")
                    .replace("\"once\"", "\"twice\"")
                    .replace("\"idle\"", "\"busy\"")
                    .replace("System.out", "System.err")
                    .replace("\"t\"", "\"u\""));
            assertThat(edit.verdicts())
                    .containsOnly(
                            entry("app.ByLength.compare(String, String)", "unreached NotReached"),
                            entry("app.Main.once()", "unreached NotReached"),
                            entry("app.Main.idle()", "unreached NotReached"),
                            entry("app.Main.main(String[])", "unreached NotReached"),
                            entry("app.Used.text()", "live"));
            assertThat(of(edit, "app.ByLength.compare(String, String)").reason())
                    .contains("only by library code, through java.util.Comparator")
                    .contains("under serve");
            assertThat(of(edit, "app.Main.once()").reason())
                    .contains("called only by app.Main.main(String[])")
                    .contains("never called again")
                    .contains("Mark app.Main.once() @Hot");
            assertThat(of(edit, "app.Main.idle()").reason()).contains("no code of the program calls it");
            assertThat(of(edit, "app.Main.main(String[])").reason()).contains("never called again");
            assertThat(notes(edit, "app.Used.text()"))
                    .contains("live in calls of app.Main.show() through stubs and closures");
            assertThat(program.show()).isEqualTo("[a, bb, ccc]u");
        }
    }

    @Test
    void unreachedChangeGoesLiveByItselfWhenALaterEditReachesIt() throws IOException {
        try (LiveProgram program = LiveProgram.startUnprepared(folder, TREES)) {
            String waiting = TREES.replace("\"once\"", "\"twice\"");
            assertThat(program.edit(waiting).commit()).isEmpty();
            Edit edit = program.edit(waiting.replace("Used.text();", "Used.text() + once();"));
            assertThat(edit.verdicts())
                    .containsOnly(entry("app.Main.once()", "live"), entry("app.Main.show()", "live"));
            assertThat(program.show()).isEqualTo("[a, bb, ccc]ttwice");
            Edit undone = program.edit(TREES);
            assertThat(undone.notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("[a, bb, ccc]t");
            assertThat(LinkedProgram.manifest(undone.result().patch().orElseThrow())
                            .functions())
                    .as("pointers of the image again")
                    .allMatch(f -> f.pointer().equals(f.id()));
        }
    }

    @Test
    void whoBypassesTheStubIsNamed() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() { return "a"; }
                    static String direct() { return show(); }
                }
                """;
        try (LiveProgram program = LiveProgram.startUnprepared(folder, source)) {
            Edit edit = program.edit(source.replace("\"a\"", "\"b\""));
            assertThat(program.show()).isEqualTo("b");
            assertThat(program.call("app.Main", "direct"))
                    .as("the image's own call")
                    .isEqualTo("a");
            assertThat(notes(edit, "app.Main.show()"))
                    .containsExactly(
                            "app.Main.direct() calls app.Main.show() itself, not its stub: such calls run the old code");
        }
    }

    @Test
    void changedConstructorIsLiveForObjectsMadeByPatchedCode() throws IOException {
        String source = """
                package app;
                class Main extends Base {
                    final int x;
                    Main(int y) { super(y); x = 1; }
                    static String show() { return make().text(); }
                    static Main make() { return new Main(5); }
                    String text() { return x + "/" + base; }
                    static String image() { return new Main(5).text(); }
                }
                class Base { final int base; Base(int b) { base = b; } }
                """;
        try (LiveProgram program = LiveProgram.startUnprepared(folder, source)) {
            assertThat(program.show()).isEqualTo("1/5");
            Edit edit = program.edit(source.replace("x = 1", "x = 2"));
            assertThat(edit.verdicts())
                    .as("what makes such objects is linked again where it is reached")
                    .containsOnly(entry("app.Main(int)", "live"), entry("app.Main.make()", "live"));
            assertThat(notes(edit, "app.Main(int)"))
                    .as("who keeps the old one")
                    .anyMatch(n -> n.contains("app.Main.image()"));
            assertThat(program.show()).isEqualTo("2/5");
            assertThat(program.call("app.Main", "image"))
                    .as("made by the image's code")
                    .isEqualTo("1/5");

            program.edit(source.replace("base = b", "base = b * 10"));
            assertThat(program.show()).as("superclass").isEqualTo("1/50");
            program.edit(source.replace("super(y)", "super(y + 1)"));
            assertThat(program.show()).as("arguments of super").isEqualTo("1/6");
            assertThat(program.edit(source).notLive()).isEmpty();
            assertThat(program.show()).as("undone").isEqualTo("1/5");
        }
    }

    @Test
    void constructorThatOnlyTheImageCallsIsUnreached() throws IOException {
        String source = """
                package app;
                class Main {
                    int x;
                    Main() { x = 1; }
                    static final Main OLD = new Main();
                    static String show() { return "x" + OLD.x; }
                }
                """;
        try (LiveProgram program = LiveProgram.startUnprepared(folder, source)) {
            Edit edit = program.edit(source.replace("x = 1", "x = 2").replace("\"x\"", "\"y\""));
            assertThat(edit.verdicts())
                    .containsOnly(entry("app.Main()", "unreached NotReached"), entry("app.Main.show()", "live"));
            assertThat(program.show()).isEqualTo("y1");
        }
    }
}
