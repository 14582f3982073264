package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.live.LiveProgram.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits that follow a rollback are compared with what runs since. */
class RollbackEditTest {

    private static final String MAIN = """
            package app;
            public class Main {
                static String show() { return "main " + Words.text(); }
            }
            """;
    private static final String WORDS = """
            package app;
            class Words {
                static String text() { return "words"; }
            }
            """;
    private static final String ADDED = """
            package app;
            class Words {
                static int count = 7;
                static String text() { return more(count); }
                static String more(int n) { java.util.function.IntFunction<String> f = i -> "more " + i; return f.apply(n); }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theNextSaveOfAnyFileMakesTheProgramWhatItsSourcesSay() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, MAIN, WORDS)) {
            Place image = program.place();
            program.edit(ADDED);
            assertThat(program.show()).isEqualTo("main more 7");
            program.back(image);
            assertThat(program.show()).isEqualTo("main words");

            LiveProgram.Edit edit = program.edit(MAIN.replace("main ", "new "));
            assertThat(edit.notLive()).isEmpty();
            assertThat(edit.verdicts())
                    .as("what was taken back and is live again")
                    .containsKeys("app.Main.show()", "app.Words.text()", "app.Words.more(int)");
            assertThat(program.show()).isEqualTo("new more 7");
        }
    }

    @Test
    void savingWhatRunsSinceTheRollbackChangesNothing() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, MAIN, WORDS)) {
            Place image = program.place();
            program.edit(ADDED);
            program.back(image);
            LiveProgram.Edit undo = program.edit(WORDS);
            assertThat(undo.commit()).as("it is what runs").isEmpty();
            assertThat(program.show()).isEqualTo("main words");
            program.edit(WORDS.replace("\"words\"", "\"three\""));
            assertThat(program.show()).isEqualTo("main three");
        }
    }

    @Test
    void branchesThatWereLeftCanBeTakenUpAgain() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, MAIN, WORDS)) {
            Place image = program.place();
            program.edit(ADDED);
            Place first = program.place();
            program.back(image);
            program.edit(WORDS.replace("\"words\"", "\"second\""));
            Place second = program.place();
            program.back(first);
            assertThat(program.show()).isEqualTo("main more 7");
            program.edit(ADDED.replace("\"more \"", "\"further \""));
            assertThat(program.show()).isEqualTo("main further 7");
            program.back(second);
            assertThat(program.show()).isEqualTo("main second");
            program.edit(ADDED);
            assertThat(program.show()).isEqualTo("main more 7");
        }
    }

    @Test
    void aClassThatCameWithAPatchIsThereForGood() throws Exception {
        String extra = """
                package app;
                class Extra {
                    static String text() { return "extra"; }
                }
                """;
        String using = MAIN.replace("Words.text()", "Extra.text()");
        try (LiveProgram program = LiveProgram.start(folder, MAIN, WORDS)) {
            Place image = program.place();
            program.edit(using, extra);
            program.edit(extra.replace("\"extra\"", "\"changed\""));
            assertThat(program.show()).isEqualTo("main changed");
            program.back(image);
            assertThat(program.show()).isEqualTo("main words");
            assertThat(program.edit(using.replace("main ", "new ")).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("new changed");
        }
    }
}
