package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Checkout;
import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saves that do not simply go live: mistakes, refusals, and files that belong together. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.subsecond.it.harness.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the fields are set before the first test
class SavesTest {

    /** After this time without another write an error may be shown. */
    private static final Duration QUIET = Duration.ofMillis(150);

    private static final int MOST_ATTEMPTS = 10;

    @Parameter
    Jdk jdk;

    private Served program;

    @BeforeParameterizedClassInvocation
    void start() {
        program = Served.program("kinds", jdk).start();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        program.close();
    }

    @BeforeEach
    void beginWithTheOriginal() {
        assertThat(program.sources().edited()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeAndItsCorrection(Save how) {
        program.save(how, "Kept.java", "return \"kept \"", "return \"new \" + nothing");
        Event error = program.hears("compile-error", "patched");
        assertThat(error).matches(event -> event.is("compile-error"));
        assertThat(error.json().path("diagnostics").path(0).path("file").asString())
                .isEqualTo(program.sources().file("Kept.java").toString());
        assertThat(error.json().path("diagnostics").path(0).path("line").asInt())
                .isEqualTo(7);
        assertThat(error.json().path("diagnostics").path(0).path("message").asString())
                .contains("cannot find symbol");

        program.edit(how, "Kept.java", " + nothing", "");
        program.shows("Kept: old=new 2 new=new 2");
        program.undo("Kept.java", how);
        program.shows("Kept: old=kept 2 new=kept 2");
    }

    @Test
    void aMistakeThatIsTakenBack() {
        program.save(Save.IN_PLACE, "Kept.java", "return", "retürn");
        program.hears("compile-error");

        program.write("Kept.java", program.sources().original("Kept.java"), Save.IN_PLACE);
        assertThat(program.hears("unchanged", "patched", "compile-error")).matches(event -> event.is("unchanged"));
    }

    @Test
    void aSuperclassIsRefusedAndTheNextGoodSaveGoesLive() {
        refused("Deep.java", "class Deep", "class Deep extends Thread");
    }

    @Test
    void anEnumConstantIsRefusedAndTheNextGoodSaveGoesLive() {
        refused("Color.java", "GREEN", "GREEN, BLUE");
    }

    private void refused(String file, String from, String to) {
        program.save(Save.IN_PLACE, file, from, to);
        Event refused = program.hears("refused", "patched");
        assertThat(refused).matches(event -> event.is("refused"));
        assertThat(refused.members()).isNotEmpty().allSatisfy(member -> {
            assertThat(member.verdict()).isIn("refused", "unchanged", "live");
            assertThat(member.reason()).isNotEmpty();
            assertThat(Checkout.root().resolve("docs/diagnostics/" + member.token() + ".md"))
                    .exists();
        });

        program.save(Save.BY_RENAME, "Kept.java", "\"kept \"", "\"live \"");
        assertThat(program.hears("patched", "refused", "compile-error")).matches(event -> event.is("patched"));
        program.shows("Kept: old=live 2 new=live 2");

        program.write(file, program.sources().original(file), Save.IN_PLACE);
        program.hears("unchanged", "patched");
        program.undo("Kept.java", Save.IN_PLACE);
        program.shows("Kept: old=kept 2 new=kept 2");
    }

    /** If this machine took so long between the two that the error was right, the attempt counts for nothing. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 100})
    void filesThatCompileOnlyTogetherAreOnePatch(int millisApart) {
        boolean inTime = false;
        for (int attempt = 0; !inTime && attempt < MOST_ATTEMPTS; attempt++) {
            int begin = program.log().size();
            inTime = saveTogether("Kept.java", textOfUser(), Duration.ofMillis(millisApart), "Deep.java", textOfUsed());
            program.shows("Kept: old=kept together new=kept together");
            program.hears("patched");
            inTime &= saveTogether(
                    "Deep.java",
                    original("Deep.java"),
                    Duration.ofMillis(millisApart),
                    "Kept.java",
                    original("Kept.java"));
            program.shows("Kept: old=kept 2 new=kept 2");
            program.hears("patched");
            if (inTime) {
                assertThat(program.log().since(begin))
                        .as("There and back\n%s", program.log())
                        .noneMatch(event -> event.is("compile-error") || event.is("refused"))
                        .filteredOn(event -> event.is("patched") || event.is("unchanged"))
                        .hasSize(2);
            }
        }
        assertThat(inTime).as("The machine lets two files be saved in time").isTrue();
    }

    private String textOfUser() {
        return original("Kept.java").replace("Color.values().length", "Deep.shared()");
    }

    private String textOfUsed() {
        String members = "static String shared() { return \"together\"; }\n";
        return original("Deep.java").replace("private String three", members + "private String three");
    }

    private String original(String file) {
        return program.sources().original(file);
    }

    /** Returns whether the second file was saved before the first could be taken for all there is. */
    private boolean saveTogether(String first, String text, Duration apart, String second, String otherText) {
        long before = System.nanoTime();
        program.write(first, text, Save.IN_PLACE);
        LockSupport.parkNanos(apart.toNanos());
        program.write(second, otherText, Save.BY_RENAME);
        return System.nanoTime() - before < QUIET.minusMillis(20).toNanos();
    }
}
