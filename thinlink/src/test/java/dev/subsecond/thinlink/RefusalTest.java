package dev.subsecond.thinlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    private static final Path PAGES = Path.of("..", "docs", "diagnostics");

    @ParameterizedTest
    @EnumSource
    void hasAPageThatTheIndexLists(Refusal refusal) throws IOException {
        assertThat(PAGES.resolve(refusal.token() + ".md"))
                .content()
                .startsWith("# " + refusal.token() + "\n")
                .contains("## Why", "## What to do");
        assertThat(PAGES.resolve("README.md"))
                .content()
                .contains("[" + refusal.token() + "](" + refusal.token() + ".md)");
    }

    @ParameterizedTest
    @EnumSource
    void saysTheReasonTheDetailAndTheWayOut(Refusal refusal) {
        assertThat(refusal.sentence("app.Game.tick()")).contains("(app.Game.tick())", "Restart to run the new code");
    }

    @Test
    void staticInitialiserHasAPageToo() {
        assertThat(Files.exists(PAGES.resolve("StaticInitialiser.md"))).isTrue();
    }

    @Test
    void notReachedHasAPageToo() {
        assertThat(Files.exists(PAGES.resolve("NotReached.md"))).isTrue();
    }
}
