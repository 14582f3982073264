package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits where a linker that goes by names or numbers alone would do the wrong thing. */
class UnusualEditTest {

    @TempDir
    Path folder;

    @Test
    void tryCatchFinallyPatternsTextBlocksAndLabels() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() { return f("x") + f(3) + f(null); }
                    static String f(Object o) { return "."; }
                }
                """;
        String body =
                "StringBuilder s = new StringBuilder(); outer: for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) {"
                        + " if (j == 2) { continue outer; } if (i == 2) { break outer; } s.append(i * j); } }"
                        + " try { if (o instanceof String t && t.length() == 1) { return s + t; } if (o instanceof Integer n) { throw new IllegalStateException(\"n\" + n); }"
                        + " return s + o.toString(); } catch (IllegalStateException e) { return e.getMessage(); } catch (NullPointerException | ClassCastException e) { return \"npe\"; }"
                        + " finally { s.append(\"fin\"); }";
        LiveProgram.assertLive(folder, source, source.replace("return \".\";", body), "...", "0001xn3npe");
    }

    @Test
    void exceptionsOfPatchedCodeShowFileAndLine() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() {
                        try {
                            return fail();
                        } catch (RuntimeException e) {
                            StackTraceElement f = e.getStackTrace()[0];
                            return f.getFileName() + ":" + f.getLineNumber() + ":" + e.getMessage();
                        }
                    }
                    static String fail() {
                        throw new RuntimeException("one");
                    }
                }
                """;
        LiveProgram.assertLive(
                folder,
                source,
                source.replace(
                        "        throw new RuntimeException(\"one\");",
                        "        int x = 1;\n        throw new RuntimeException(\"two\" + x);"),
                "Main.java:12:one",
                "Main.java:13:two1");
    }

    @Test
    void thePointerChangesWithTheContentAndReturnsWithIt() throws IOException {
        String source = "package app;\nclass Main { static String show() { return \"1\"; } }";
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            Edit first = program.edit(source.replace("\"1\"", "\"2\""));
            Edit comment =
                    program.edit(source.replace("\"1\"", "\"2\"").replace("class Main", "\n// moved\nclass Main"));
            Edit undo = program.edit(source);
            Edit again = program.edit(source.replace("\"1\"", "\"2\""));
            assertThat(comment.commit()).as("a comment changes nothing").isEmpty();
            long image = first.result().patch().orElseThrow().jumpTable().firstKey();
            Long patched = first.result().patch().orElseThrow().jumpTable().get(image);
            assertThat(patched).isNotEqualTo(image);
            assertThat(undo.result().patch().orElseThrow().jumpTable()).containsEntry(image, image);
            assertThat(again.result().patch().orElseThrow().jumpTable()).containsEntry(image, patched);
        }
    }

    @Test
    void inlinedConstantsOfAnotherFile() throws IOException {
        String limits = "package app;\nclass Limits {\n static final int MAX = 3;\n}";
        String source = "package app;\nclass Main {\n static String show() { return \"max\" + Limits.MAX; }\n}";
        try (LiveProgram program = LiveProgram.start(folder, source, limits)) {
            assertThat(program.show()).isEqualTo("max3");
            assertThat(program.edit(limits.replace("3", "4")).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("max4");
        }
    }
}
