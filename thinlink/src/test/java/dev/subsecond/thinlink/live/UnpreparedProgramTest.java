package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.live.LiveProgram.Edit;
import dev.subsecond.thinlink.live.LiveProgram.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closures, new classes, rollbacks and refusals in a program whose classes were not prepared. */
class UnpreparedProgramTest {

    @TempDir
    Path folder;

    private static String reasons(Edit edit) {
        return edit.result().members().stream().map(MemberVerdict::reason).collect(Collectors.joining("\n"));
    }

    private static final String CLOSURE = """
            package app;
            import dev.subsecond.runtime.*;
            class Main {
                static final HotFn1<Integer, String> FN = make();
                static HotFn1<Integer, String> make() {
                    int base = 10;
                    return HotFn1.current(x -> Text.of("a", x + base));
                }
                static String show() { return "-"; }
                static String closure() { return FN.call(1); }
            }
            class Text { static String of(String a, int x) { return a + x; } }
            """;

    @Test
    void closureIsAnEntryForItselfAndForWhatItReaches() throws IOException {
        try (LiveProgram program = LiveProgram.startUnprepared(folder, CLOSURE)) {
            assertThat(program.call("app.Main", "closure")).isEqualTo("a11");

            Edit body = program.edit(CLOSURE.replace("\"a\"", "\"b\""));
            assertThat(body.notLive()).isEmpty();
            assertThat(program.call("app.Main", "closure")).as("its own body").isEqualTo("b11");

            Edit reached = program.edit(CLOSURE.replace("a + x;", "a + \"/\" + x;"));
            assertThat(reached.notLive()).isEmpty();
            assertThat(program.call("app.Main", "closure")).as("what it calls").isEqualTo("a/11");

            program.edit(CLOSURE);
            assertThat(program.call("app.Main", "closure")).as("undone").isEqualTo("a11");
        }
    }

    @Test
    void closureIsCarriedWhereOnlyWhatItReachesChanges() throws IOException {
        try (LiveProgram program = LiveProgram.startUnprepared(folder, CLOSURE)) {
            program.call("app.Main", "closure");
            Edit reached = program.edit(CLOSURE.replace("a + x;", "a + \"/\" + x;"));
            assertThat(reached.verdicts()).containsOnly(entry("app.Text.of(String, int)", "live"));
            assertThat(program.call("app.Main", "closure")).isEqualTo("a/11");
            program.edit(CLOSURE);
            assertThat(program.call("app.Main", "closure")).isEqualTo("a11");
        }
    }

    private static final String OLD_OBJECTS = """
            package app;
            class Main {
                static String show() { return make() + ""; }
                static Object make() { return "none"; }
            }
            """;

    @Test
    void newClassesOfAllKindsAreDefinedByThePatchAndEditedLater() throws IOException {
        String after = OLD_OBJECTS.replace("return \"none\";", "return new Circle(2).twice().text() + Colour.RED;");
        String shapes = """
                package app;
                interface Shape { String text(); default Shape twice() { return new Circle(radius() * 2); } int radius(); }
                abstract class Base implements Shape { final int r; Base(int r) { this.r = r; } public int radius() { return r; } }
                class Circle extends Base {
                    Circle(int r) { super(r); }
                    public String text() { Base b = this; return "circle" + b.r; }
                }
                enum Colour { RED, BLUE }
                """;
        try (LiveProgram program = LiveProgram.startUnprepared(folder, OLD_OBJECTS)) {
            assertThat(program.edit(after, shapes).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("circle4RED");
            Edit second = program.edit(shapes.replace("\"circle\"", "\"disc\""));
            assertThat(second.notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("disc4RED");
            program.edit(OLD_OBJECTS);
            assertThat(program.show()).isEqualTo("none");
        }
    }

    @Test
    void newPackageAndNewSubtypeOfASealedTypeAreRefusedAndTheRestGoesLive() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() { return "a"; }
                    sealed interface Kind permits One {}
                    record One() implements Kind {}
                }
                """;
        String other = "package other;\npublic class Far { public static String x() { return \"far\"; } }";
        String two = "package app;\nfinal class Two implements Main.Kind {}";
        try (LiveProgram program = LiveProgram.startUnprepared(folder, source)) {
            Edit edit = program.edit(
                    source.replace("\"a\"", "\"b\"").replace("permits One", "permits One, Two"), other, two);
            assertThat(edit.verdicts())
                    .contains(
                            entry("app.Main.show()", "live"),
                            entry("other.Far", "refused NewPackage"),
                            entry("app.Two", "refused Sealed"));
            assertThat(reasons(edit)).contains("run the program under serve").contains("app.Main.Kind");
            assertThat(program.show()).isEqualTo("b");
        }
    }

    @Test
    void whatOnlyUncarriableCodeLeadsToNamesThatCode() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() { return way(); }
                    static String way() {
                        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).getCallerClass().getSimpleName() + end();
                    }
                    static String end() { return "a"; }
                }
                """;
        try (LiveProgram program = LiveProgram.startUnprepared(folder, source)) {
            Edit edit = program.edit(source.replace("\"a\"", "\"b\""));
            assertThat(edit.verdicts()).containsOnly(entry("app.Main.end()", "unreached NotReached"));
            assertThat(reasons(edit))
                    .contains("reached only through app.Main.way(), which no patch can carry")
                    .contains("the class of its caller's caller");
            assertThat(edit.commit()).isEmpty();
            assertThat(program.show()).isEqualTo("Maina");
        }
    }

    @Test
    void rollbackRunsTheImageAndTheNextEditCarriesAgain() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() { return "<" + way() + ">"; }
                    static String way() { return end() + 1; }
                    static String end() { return "a"; }
                }
                """;
        try (LiveProgram program = LiveProgram.startUnprepared(folder, source)) {
            Place image = program.place();
            program.edit(source.replace("\"a\"", "\"b\""));
            assertThat(program.show()).isEqualTo("<b1>");
            program.back(image);
            assertThat(program.show()).isEqualTo("<a1>");
            assertThat(program.edit(source.replace("\"a\"", "\"c\"")).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("<c1>");
        }
    }

    @Test
    void patchThatWasNeverSentLeavesNoTrace() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() { return way(); }
                    static String way() { return end(); }
                    static String end() { return "a"; }
                }
                """;
        try (LiveProgram program = LiveProgram.startUnprepared(folder, source)) {
            program.linkOnly(source.replace("\"a\"", "\"b\""));
            assertThat(program.edit(source.replace("\"a\"", "\"c\"")).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("c");
        }
    }
}
