package dev.subsecond.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @Test
    void functionAddressIsTheSameInEveryProcess() {
        // computed by another implementation: sha256sum of the four names with zero bytes between, first eight bytes,
        // top bit set
        assertThat(Addresses.format(Addresses.function("b1", "app.Game", "tick", "(Lapp/World;)V")))
                .isEqualTo("0xee8e2a7bf1740335");
    }

    @Test
    void functionAddressHasItsTopBitSet() {
        for (int i = 0; i < 100; i++) {
            assertThat(Addresses.function("b", "C", "m" + i, "()V")).isNegative();
        }
    }

    @Test
    void everyPartOfTheNameCounts() {
        long address = Addresses.function("b", "C", "m", "()V");
        assertThat(Addresses.function("a", "C", "m", "()V")).isNotEqualTo(address);
        assertThat(Addresses.function("b", "D", "m", "()V")).isNotEqualTo(address);
        assertThat(Addresses.function("b", "C", "n", "()V")).isNotEqualTo(address);
        assertThat(Addresses.function("b", "C", "m", "()I")).isNotEqualTo(address);
        assertThat(Addresses.function("b", "Cm", "", "()V")).isNotEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void formatIsReadBack(long address) {
        assertThat(Addresses.format(address)).matches("0x[0-9a-f]{16}");
        assertThat(Addresses.parse(Addresses.format(address))).isEqualTo(address);
    }

    @Test
    void shortFormIsRead() {
        assertThat(Addresses.parse("0x8F")).isEqualTo(0x8fL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "12", "0x-1", "0x+1", "0x1g", "0x12345678901234567", " 0x1", "0x1\n"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Addresses.parse(text))
                .withMessageContaining("address");
    }
}
