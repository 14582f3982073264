package dev.subsecond.thinlink;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void linksItsOwnEditWithoutAFault() {
        assertThatCode(WarmUp::run).doesNotThrowAnyException();
    }
}
