package dev.subsecond.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HotFnPtrTest {

    @Test
    void topBitMeansManaged() {
        assertThat(new HotFnPtr(Long.MIN_VALUE).isManaged()).isTrue();
        assertThat(new HotFnPtr(-1).isManaged()).isTrue();
        assertThat(new HotFnPtr(Long.MAX_VALUE).isManaged()).isFalse();
    }

    @Test
    void printsUnsignedAndReadsItBack() {
        HotFnPtr ptr = new HotFnPtr(0x8f00_0000_0000_0001L);
        assertThat(ptr).hasToString("0x8f00000000000001");
        assertThat(HotFnPtr.parse(ptr.toString())).isEqualTo(ptr);
    }

    @Test
    void otherTextIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HotFnPtr.parse("8f"));
    }
}
