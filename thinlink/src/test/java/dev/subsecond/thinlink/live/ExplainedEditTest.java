package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.Carried;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Verdict;
import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a member is part of a patch. */
class ExplainedEditTest {

    private static final String LIMITS = "package app;\nclass Limits { static final int MAX = 5; static int other; }";

    private static final String SOURCE = """
            package app;
            class Main extends Base {
                static final Main MAIN = new Main();
                int rounds;
                Main() { rounds = 1; }
                static String show() { return MAIN.text() + MAIN.name(); }
                String text() { return helper() + lambda() + Limits.MAX; }
                static String helper() { return level + ""; }
                String lambda() { Runnable r = () -> Limits.other++; r.run(); return "l"; }
                synchronized void locked() {}
                static int max() { return Limits.MAX; }
            }
            class Base {
                static int level = 1;
                String name() { return "base"; }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aBodyALambdaModifiersAndConstructorsThatChanged() throws IOException {
        assertThat(causes(SOURCE.replace("helper() { return", "helper() { return 1 +")
                        .replace("Limits.other++", "Limits.other--")
                        .replace("synchronized void", "void")
                        .replace("rounds = 1", "rounds = 2")))
                .containsOnly(
                        Map.entry("app.Main.helper()", "its body changed"),
                        Map.entry("app.Main.lambda()", "a lambda in it changed"),
                        Map.entry("app.Main.locked()", "its modifiers changed"),
                        Map.entry("app.Main()", "its body or the initialiser of a field changed"));
    }

    @Test
    void whatIsNew() throws IOException {
        assertThat(causes(
                        SOURCE.replace("helper() { return level", "helper() { return new Fresh().x + added() + level")
                                .replace("int rounds;", "int rounds; int more; static int added() { return 1; }"),
                        "package app;\nclass Fresh { int x; }"))
                .containsOnly(
                        Map.entry("app.Main.helper()", "its body changed"),
                        Map.entry("app.Main.added()", "it is new"),
                        Map.entry("app.Main.more", "it is new"),
                        Map.entry("app.Fresh", "it is new"));
    }

    @Test
    void aConstantThatTheCompilerCopied() throws IOException {
        assertThat(causes(LIMITS.replace("MAX = 5", "MAX = 300")))
                .containsOnly(
                        Map.entry("app.Main.max()", "the constant app.Limits.MAX in it changed"),
                        Map.entry("app.Main.text()", "the constant app.Limits.MAX in it changed"));
    }

    @Test
    void aConstantAndSomethingElse() throws IOException {
        String text = SOURCE.replace("helper() + lambda() + Limits.MAX", "lambda() + helper() + Limits.MAX");
        assertThat(causes(LIMITS.replace("MAX = 5", "MAX = 300"), text))
                .containsEntry("app.Main.text()", "its body changed");
    }

    @Test
    void aNameThatMeansSomethingElse() throws IOException {
        assertThat(causes(SOURCE.replace("int rounds;", "int rounds; static int level = 2;")))
                .containsEntry("app.Main.helper()", "its text is as before, but means something else: app.Main.level");
    }

    @Test
    void anOverrideThatIsGone() throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, LIMITS, withName())) {
            assertThat(causes(program.edit(SOURCE)))
                    .containsEntry("app.Main.name()", "it is gone, and calls run the method that it overrode");
        }
    }

    @Test
    void anOverriddenMethodIsCarriedByANewOverride() throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, LIMITS, SOURCE)) {
            Edit edit = program.edit(withName());
            assertThat(causes(edit)).containsEntry("app.Main.name()", "it is new");
            assertThat(edit.result().carried())
                    .containsExactly(
                            new Carried("app.Base.name()", "some objects run another method where calls lead to it"));
        }
    }

    private static String withName() {
        return SOURCE.replace("int rounds;", "int rounds; String name() { return \"main\"; }");
    }

    @Test
    void whatLeadsToAChangeIsCarriedInAnUnpreparedProgram() throws IOException {
        try (LiveProgram program = LiveProgram.startUnprepared(folder, LIMITS, SOURCE)) {
            Edit edit = program.edit(SOURCE.replace("helper() { return", "helper() { return 1 +"));
            assertThat(program.show()).isEqualTo("2l5base");
            assertThat(edit.result().carried())
                    .containsExactlyInAnyOrder(
                            new Carried("app.Main.show()", "it leads to app.Main.helper()"),
                            new Carried("app.Main.text()", "it leads from app.Main.show() to app.Main.helper()"));
        }
    }

    @Test
    void nothingIsCarriedWhereEveryMethodHasItsEntry() throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, LIMITS, SOURCE)) {
            Edit edit = program.edit(SOURCE.replace("helper() { return", "helper() { return 1 +"));
            assertThat(edit.result().carried()).isEmpty();
        }
    }

    private Map<String, String> causes(String... sources) throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, LIMITS, SOURCE)) {
            return causes(program.edit(sources));
        }
    }

    /** What of each live member changed; nobody else has a cause. */
    private static Map<String, String> causes(Edit edit) {
        Map<String, String> causes = new TreeMap<>();
        for (MemberVerdict v : edit.result().members()) {
            if (v.verdict() == Verdict.LIVE) {
                causes.put(v.member(), v.cause());
            } else {
                assertThat(v.cause()).as(v.member()).isEmpty();
            }
        }
        return causes;
    }
}
