package dev.subsecond.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void givesTheProgramWhatFollowsTheFirstDelimiter() {
        Arguments arguments = Arguments.split(List.of("serve", "--main", "M", "--", "-x", "--", "y"));

        assertThat(arguments.ours()).containsExactly("serve", "--main", "M");
        assertThat(arguments.program()).containsExactly("-x", "--", "y");
    }

    @Test
    void splitsOnlyForServe() {
        assertThat(Arguments.split(List.of("demo", "--", "x")).ours()).containsExactly("demo", "--", "x");
        assertThat(Arguments.split(List.of("--")).ours()).containsExactly("--");
        assertThat(Arguments.split(List.of()).ours()).isEmpty();
    }
}
