package dev.subsecond.runtime.wire;

import dev.subsecond.runtime.JumpTable;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * The jump table's JSON: the five fields of Rust Subsecond's in snake case, unsigned decimals for keys and values, and
 * five optional fields of ours.
 */
public final class JumpTableJson {

    private static final Pattern UNSIGNED = Pattern.compile("0|[1-9][0-9]{0,19}");

    private JumpTableJson() {}

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if the text is not a jump table; the message says what is wrong with it
     */
    public static JumpTable parse(String json) {
        Object tree = Json.read(json, "a jump table");
        try {
            return table(tree);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Not a jump table: " + e.getMessage(), e);
        }
    }

    /** Writes a table on one line, absent fields left out. */
    public static String write(JumpTable table) {
        return Json.write(json -> write(json, table));
    }

    /**
     * Makes a table of a JSON value.
     *
     * @throws IllegalArgumentException if it is none; the message names the field
     */
    static JumpTable table(Object value) {
        if (!(value instanceof Map<?, ?> json)) {
            throw new IllegalArgumentException("it is not an object");
        }
        return new JumpTable(
                path(json),
                map(required(json, "map")),
                number(required(json, "aslr_reference"), "aslr_reference"),
                number(required(json, "new_base_address"), "new_base_address"),
                number(required(json, "ifunc_count"), "ifunc_count"),
                text(json, "library"),
                text(json, "anchor"),
                text(json, "build_id"),
                optionalNumber(json, "sequence"),
                text(json, "sha256"));
    }

    private static Path path(Map<?, ?> json) {
        String lib = string(required(json, "lib"), "lib");
        try {
            return Path.of(lib);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("lib is not a path: " + e.getReason(), e);
        }
    }

    private static SortedMap<Long, Long> map(Object value) {
        if (!(value instanceof Map<?, ?> json)) {
            throw new IllegalArgumentException("map is not an object");
        }
        SortedMap<Long, Long> map = new TreeMap<>(Long::compareUnsigned);
        json.forEach((from, to) -> map.put(unsigned((String) from, "a key of map"), number(to, "a value of map")));
        return map;
    }

    private static Object required(Map<?, ?> json, String field) {
        Object value = json.get(field);
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    private static Optional<String> text(Map<?, ?> json, String field) {
        return present(json, field).map(value -> string(value, field));
    }

    private static OptionalLong optionalNumber(Map<?, ?> json, String field) {
        return present(json, field)
                .map(value -> OptionalLong.of(number(value, field)))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<Object> present(Map<?, ?> json, String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> value != Json.NULL);
    }

    private static String string(Object value, String field) {
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException(field + " is not a string");
        }
        return text;
    }

    private static long number(Object value, String field) {
        if (!(value instanceof Long || value instanceof BigInteger)) {
            throw new IllegalArgumentException(field + " is not a whole number");
        }
        return unsigned(value.toString(), field);
    }

    private static long unsigned(String digits, String field) {
        if (UNSIGNED.matcher(digits).matches()) {
            try {
                return Long.parseUnsignedLong(digits);
            } catch (NumberFormatException e) {
                // twenty digits, but beyond 64 bits
            }
        }
        throw new IllegalArgumentException(field + " is not an unsigned 64-bit number");
    }

    /** Writes a table as a value. */
    static void write(JsonGenerator json, JumpTable table) {
        json.writeStartObject();
        json.writeStringProperty("lib", table.lib().toString());
        json.writeObjectPropertyStart("map");
        table.map().forEach((from, to) -> write(json, Long.toUnsignedString(from), to));
        json.writeEndObject();
        write(json, "aslr_reference", table.aslrReference());
        write(json, "new_base_address", table.newBaseAddress());
        write(json, "ifunc_count", table.ifuncCount());
        table.library().ifPresent(value -> json.writeStringProperty("library", value));
        table.anchor().ifPresent(value -> json.writeStringProperty("anchor", value));
        table.buildId().ifPresent(value -> json.writeStringProperty("build_id", value));
        table.sequence().ifPresent(value -> write(json, "sequence", value));
        table.sha256().ifPresent(value -> json.writeStringProperty("sha256", value));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, long unsigned) {
        json.writeName(name);
        json.writeNumber(new BigInteger(Long.toUnsignedString(unsigned)));
    }
}
