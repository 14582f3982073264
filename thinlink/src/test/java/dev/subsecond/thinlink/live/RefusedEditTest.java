package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits that are refused by name, without harm to what runs and to what else was saved. */
class RefusedEditTest {

    private static final String MAIN = """
            package app;
            class Main {
                static class Base { String who() { return "base"; } }
                static class Sub extends Base { int size() { return 1; } }
                enum Color { RED, GREEN }
                record Point(int x) { }
                static final String NAME = name();
                static final Sub OLD = new Sub();
                static String name() { return "n"; }
                static synchronized String sync() { return "s"; }
                static String other() { return "other"; }
                static String show() { return OLD.who() + NAME + other() + Color.values().length + new Point(1); }
            }
            """;

    @TempDir
    Path folder;

    private void refused(String after, Map<String, String> verdicts) throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, MAIN)) {
            String before = program.show();
            Edit edit = program.edit(after);
            assertThat(edit.verdicts()).containsAllEntriesOf(verdicts);
            if (edit.commit().isEmpty()) {
                assertThat(program.show()).isEqualTo(before);
            }
            assertThat(program.edit(MAIN.replace("\"other\"", "\"good\"")).notLive())
                    .as("the next good save")
                    .isEmpty();
            assertThat(program.show()).isEqualTo(before.replace("other", "good"));
        }
    }

    @Test
    void superclassChanged() throws IOException {
        refused(
                MAIN.replace("Sub extends Base", "Sub extends Other")
                        .replace("enum Color", "static class Other extends Base { } enum Color"),
                Map.of("app.Main.Sub", "refused Supertypes", "app.Main.Other", "live"));
    }

    @Test
    void enumConstantAdded() throws IOException {
        refused(MAIN.replace("RED, GREEN", "RED, GREEN, BLUE"), Map.of("app.Main.Color", "refused EnumConstants"));
    }

    @Test
    void recordComponentAdded() throws IOException {
        refused(
                MAIN.replace("Point(int x)", "Point(int x, int y)").replace("new Point(1)", "new Point(1, 2)"),
                Map.of("app.Main.Point", "refused RecordComponents", "app.Main.show()", "refused Depends"));
    }

    @Test
    void canonicalConstructorOfARecordChanged() throws IOException {
        refused(
                MAIN.replace("record Point(int x) { }", "record Point(int x) { Point { x = x + 1; } }"),
                Map.of("app.Main.Point(int)", "refused RecordConstructor"));
    }

    @Test
    void classKindChanged() throws IOException {
        refused(
                MAIN.replace("static class Sub", "static final class Sub"),
                Map.of("app.Main.Sub", "refused ClassKind"));
    }

    @Test
    void staticInitialiserChanged() throws IOException {
        refused(
                MAIN.replace("NAME = name()", "NAME = name() + 1"),
                Map.of("app.Main.NAME", "unreached StaticInitialiser"));
    }

    @Test
    void callerSensitiveCall() throws IOException {
        refused(
                MAIN.replace(
                        "return \"other\"",
                        "return \"other\" + StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).getCallerClass()"),
                Map.of("app.Main.other()", "refused CallerSensitive"));
    }

    @Test
    void initialiserThatIsUsedByOtherStaticCode() throws IOException {
        refused(
                MAIN.replace(
                        "static String name()",
                        "static final java.util.List<String> ALL = new java.util.ArrayList<>(); static { ALL.add(\"x\"); } static String name()"),
                Map.of("app.Main.ALL", "refused Initialiser"));
    }

    @Test
    void whatWasRefusedGoesLiveOnceItCan() throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, MAIN)) {
            String bad = MAIN.replace("return \"other\"", "return \"new\" + new Sub().size(2)")
                    .replace("int size()", "native int size(int n); int size()");
            assertThat(program.edit(bad).verdicts()).containsEntry("app.Main.other()", "refused Depends");
            String unrelated = "package app;\nclass Unrelated { }\n";
            assertThat(program.edit(unrelated).verdicts()).containsEntry("app.Main.other()", "refused Depends");
            assertThat(program.edit(bad.replace("size(2)", "size()")).verdicts())
                    .containsEntry("app.Main.other()", "live");
            assertThat(program.show()).contains("new1");
        }
    }

    @Test
    void whatIsRemovedIsSaidOnce() throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, MAIN)) {
            String without = MAIN.replace("int size() { return 1; }", "")
                    .replace("static String other()", "static int spare; static String other()");
            assertThat(program.edit(without).verdicts()).containsEntry("app.Main.Sub.size()", "unchanged");
            assertThat(program.edit(without.replace("\"other\"", "\"o\"").replace("static int spare;", ""))
                            .verdicts())
                    .containsOnly(Map.entry("app.Main.other()", "live"), Map.entry("app.Main.spare", "unchanged"));
            assertThat(program.edit(MAIN).verdicts())
                    .containsOnly(Map.entry("app.Main.other()", "live"), Map.entry("app.Main.Sub.size()", "live"));
        }
    }

    @Test
    void whatAPatchBroughtThatWasNeverSentIsLinkedAgain() throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, MAIN)) {
            program.linkOnly(MAIN.replace("\"other\"", "\"lost\""));
            assertThat(program.edit("package app;\nclass Unrelated { }\n").verdicts())
                    .containsEntry("app.Main.other()", "live");
            assertThat(program.show()).contains("lost");
        }
    }

    @Test
    void whatRefusedCodeStillCallsIsNotRemoved() throws IOException {
        String added = MAIN.replace("int size()", "String q() { return \"q\"; } int size()")
                .replace("return \"other\"", "return new Sub().q()");
        try (LiveProgram program = LiveProgram.start(folder, MAIN)) {
            assertThat(program.edit(added).notLive()).isEmpty();
            String before = program.show();
            Edit edit = program.edit(MAIN.replace("int size()", "native int size(int n); int size()")
                    .replace("return \"other\"", "return \"\" + new Sub().size(3)"));
            assertThat(edit.verdicts())
                    .containsEntry("app.Main.Sub.q()", "refused Depends")
                    .containsEntry("app.Main.other()", "refused Depends");
            assertThat(program.show()).isEqualTo(before);
        }
    }

    @Test
    void lambdaOfAStaticInitialiserThatNoLiveObjectCanTake() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    static final Supplier<Object> F = first(() -> "1", () -> "x");
                    static Supplier<Object> first(Supplier<Object> a, Supplier<Object> b) { return a; }
                    static String show() { return "" + F.get(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            Edit edit = program.edit(source.replace("() -> \"1\", () -> \"x\"", "() -> \"2\", () -> \"y\""));
            assertThat(edit.verdicts()).containsExactly(Map.entry("app.Main.F", "unreached StaticInitialiser"));
            assertThat(program.show()).isEqualTo("1");
        }
    }

    @Test
    void initialiserBlockThatFillsANewField() throws IOException {
        refused(
                MAIN.replace(
                        "static class Sub extends Base {",
                        "static class Sub extends Base {\n java.util.List<String> l = new java.util.ArrayList<>();\n { l.add(\"x\"); }\n"),
                Map.of("app.Main.Sub.l", "refused Initialiser"));
    }
}
