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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

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
        return Json.read(json, JumpTable.class, "a jump table");
    }

    /** Writes a table on one line, absent fields left out. */
    public static String write(JumpTable table) {
        return Json.write(table);
    }

    private static JumpTable table(JsonNode json) {
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

    private static Path path(JsonNode json) {
        String lib = string(required(json, "lib"), "lib");
        try {
            return Path.of(lib);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("lib is not a path: " + e.getReason(), e);
        }
    }

    private static SortedMap<Long, Long> map(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("map is not an object");
        }
        SortedMap<Long, Long> map = new TreeMap<>(Long::compareUnsigned);
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            map.put(unsigned(entry.getKey(), "a key of map"), number(entry.getValue(), "a value of map"));
        }
        return map;
    }

    private static JsonNode required(JsonNode json, String field) {
        JsonNode value = json.get(field);
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    private static Optional<String> text(JsonNode json, String field) {
        return present(json, field).map(value -> string(value, field));
    }

    private static OptionalLong optionalNumber(JsonNode json, String field) {
        return present(json, field)
                .map(value -> OptionalLong.of(number(value, field)))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<JsonNode> present(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isNull());
    }

    private static String string(JsonNode value, String field) {
        if (!value.isString()) {
            throw new IllegalArgumentException(field + " is not a string");
        }
        return value.stringValue();
    }

    private static long number(JsonNode value, String field) {
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException(field + " is not a whole number");
        }
        return unsigned(value.bigIntegerValue().toString(), field);
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

    static final class Reader extends StdDeserializer<JumpTable> {

        Reader() {
            super(JumpTable.class);
        }

        @Override
        public @Nullable JumpTable deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode json = context.readTree(parser);
            try {
                return json.isObject() ? table(json) : context.reportInputMismatch(this, "it is not an object");
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }

    static final class Writer extends StdSerializer<JumpTable> {

        Writer() {
            super(JumpTable.class);
        }

        @Override
        public void serialize(JumpTable table, JsonGenerator json, SerializationContext context) {
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
}
