package dev.subsecond.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class InstallationTest {
    @Test
    void findsEachPartOnce() {
        assertThat(Installation.runtime())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(Files::exists);
    }

    @Test
    void findsTheProcessorAlone() {
        assertThat(Installation.processor())
                .singleElement()
                .satisfies(path -> assertThat(path).exists().asString().contains("processor"));
    }
}
