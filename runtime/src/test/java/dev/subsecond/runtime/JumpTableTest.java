package dev.subsecond.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JumpTableTest {

    private static final String SEED = """
            {"lib":"/tmp/libp.so","map":{"18446744073709551615":9223372036854775808,"4096":8192},\
            "aslr_reference":94000,"new_base_address":18446744073709551615,"ifunc_count":0}""";

    @Test
    void readsTheSeedsFields() {
        JumpTable table = JumpTable.parse(SEED);
        assertThat(table.lib()).isEqualTo(Path.of("/tmp/libp.so"));
        assertThat(table.map()).containsExactly(Map.entry(4096L, 8192L), Map.entry(-1L, Long.MIN_VALUE));
        assertThat(table.aslrReference()).isEqualTo(94000);
        assertThat(table.newBaseAddress()).isEqualTo(-1);
        assertThat(table.ifuncCount()).isZero();
        assertThat(List.of(table.library(), table.anchor(), table.buildId(), table.sha256()))
                .allMatch(java.util.Optional::isEmpty);
        assertThat(table.sequence()).isEmpty();
    }

    @Test
    void writesUnsignedDecimalsInUnsignedOrderAndSnakeCase() {
        JumpTable table = JumpTable.managed(
                Path.of("/tmp/p.jar"), new TreeMap<>(Map.of(-1L, Long.MIN_VALUE, 1L, 2L)), "b1", 3, "ab12");
        assertThat(table.toJson()).isEqualTo("""
                        {"lib":"/tmp/p.jar","map":{"1":2,"18446744073709551615":9223372036854775808},\
                        "aslr_reference":0,"new_base_address":0,"ifunc_count":0,\
                        "build_id":"b1","sequence":3,"sha256":"ab12"}""");
    }

    @Test
    void readsWhatItWrites() {
        JumpTable table = JumpTable.managed(Path.of("p.jar"), new TreeMap<>(Map.of(-5L, 7L)), "b", 1, "00");
        assertThat(JumpTable.parse(table.toJson())).isEqualTo(table);
        assertThat(JumpTable.parse(SEED).toJson())
                .contains("\"4096\":8192,\"18446744073709551615\":9223372036854775808");
    }

    @Test
    void unknownAndNullOptionalFieldsAreIgnored() {
        String json = SEED.replace("{\"lib\"", "{\"later\":[1,{}],\"library\":null,\"lib\"");
        assertThat(JumpTable.parse(json)).isEqualTo(JumpTable.parse(SEED));
    }

    @Test
    void isACopyThatCannotBeChanged() {
        SortedMap<Long, Long> map = new TreeMap<>(Map.of(1L, 2L));
        JumpTable table = new JumpTable(Path.of("p"), map, 0, 0, 0);
        map.put(3L, 4L);
        assertThat(table.map()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> table.map().put(5L, 6L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"lib\":\"/tmp/libp.so\"        | \"lib\":7                        | lib is not a string",
                "\"lib\":\"/tmp/libp.so\",       | \"l\":\"\",                      | lib is missing",
                "\"lib\":\"/tmp/libp.so\"        | \"lib\":\"\\u0000\"              | lib is not a path",
                "\"ifunc_count\":0               | \"ifunc_count\":-1               | ifunc_count is not an unsigned",
                "\"ifunc_count\":0               | \"ifunc_count\":0.5              | ifunc_count is not a whole number",
                "\"ifunc_count\":0               | \"ifunc_count\":\"0\"            | ifunc_count is not a whole number",
                "\"ifunc_count\":0               | \"ifunc_count\":null             | ifunc_count is not a whole number",
                "8192                            | 18446744073709551616             | a value of map is not an unsigned",
                "8192                            | \"8192\"                         | a value of map is not a whole number",
                "\"4096\"                        | \"-1\"                           | a key of map is not an unsigned",
                "\"4096\"                        | \"04096\"                        | a key of map is not an unsigned",
                "\"4096\"                        | \"0x10\"                         | a key of map is not an unsigned",
                "\"4096\"                        | \"18446744073709551615\"         | Duplicate",
                "\"aslr_reference\":94000,       | ~~                               | aslr_reference is missing",
            })
    void wrongFieldIsNamed(String right, String wrong, String message) {
        String json = SEED.replace(right, wrong);
        assertThat(json).isNotEqualTo(SEED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JumpTable.parse(json))
                .withMessageStartingWith("Not a jump table: ")
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{}{}", "{\"lib\":\"a\"", "nonsense"})
    void otherTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JumpTable.parse(text))
                .withMessageStartingWith("Not a jump table: ");
    }
}
