package dev.subsecond.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void colorsOnATerminal() {
        assertThat(Palette.of(true, Map.of("TERM", "xterm")).isColored()).isTrue();
    }

    @Test
    void staysPlainInAFileOrPipe() {
        assertThat(Palette.of(false, Map.of("TERM", "xterm")).isColored()).isFalse();
    }

    @Test
    void staysPlainOnADumbTerminal() {
        assertThat(Palette.of(true, Map.of("TERM", "dumb")).isColored()).isFalse();
    }

    @Test
    void respectsNoColorUnlessItIsEmpty() {
        assertThat(Palette.of(true, Map.of("NO_COLOR", "1")).isColored()).isFalse();
        assertThat(Palette.of(true, Map.of("NO_COLOR", "")).isColored()).isTrue();
    }
}
