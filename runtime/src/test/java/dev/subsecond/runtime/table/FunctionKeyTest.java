package dev.subsecond.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionKeyTest {

    @Test
    void aFunctionIsNamedAsAReaderWouldWriteIt() {
        String descriptor = "(ZBCSIJFD[[I[Ljava/lang/String;Ljava/util/Map$Entry;LPlain;)V";
        assertThat(new FunctionKey(Map.Entry.class, "tick", descriptor).displayName())
                .isEqualTo("java.util.Map.Entry.tick("
                        + "boolean, byte, char, short, int, long, float, double, int[][], String[], Entry, Plain)");
        assertThat(new FunctionKey(String.class, "run", "()V").displayName()).isEqualTo("java.lang.String.run()");
    }

    @Test
    void theNameLoadsNoType() {
        assertThat(new FunctionKey(String.class, "run", "(Lnot/There;)V").displayName())
                .isEqualTo("java.lang.String.run(There)");
    }
}
