package dev.subsecond.runtime.wire;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text as Java's own values: maps, lists, {@code String}, {@code Long} or, beyond that, {@code BigInteger},
 * {@code Double}, {@code Boolean} and {@link #NULL}. What is read may be hostile, so size, depth and number of values are
 * bounded before anything is allocated for them, and no field may come twice.
 *
 * <p>Jackson's databind would do more, but not beside a program's Jackson 2: it needs the newest of the annotations that
 * both share (docs/decisions.md). Its core shares nothing.
 */
final class Json {

    /** JSON's null, which is no value and yet has to be told from a field that is not there. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** More than the largest manifest by far: a function takes some 400 bytes. */
    static final int MAX_LENGTH = 64 << 20;

    static final int MAX_DEPTH = 32;

    /** An empty object of three characters takes eighty bytes once it is read. */
    static final int MAX_TOKENS = 4 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_LENGTH)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .maxNumberLength(64)
                    .maxNameLength(1 << 16)
                    .maxStringLength(4 << 20)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /**
     * Reads a text.
     *
     * @param what what is expected, for the message
     * @throws IllegalArgumentException if it is not JSON within the limits
     */
    static Object read(String json, String what) {
        checkLength(json.length(), what);
        return read(() -> FACTORY.createParser(ObjectReadContext.empty(), json), what);
    }

    /** The same for bytes in UTF-8. */
    static Object read(byte[] json, String what) {
        checkLength(json.length, what);
        return read(() -> FACTORY.createParser(ObjectReadContext.empty(), json), what);
    }

    /** What {@code writer} writes, on one line. */
    static String write(Consumer<JsonGenerator> writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            writer.accept(json);
        }
        return text.toString();
    }

    private static void checkLength(int length, String what) {
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("Not " + what + ": longer than " + MAX_LENGTH);
        }
    }

    /** Every failure has one type: a reader of the wire is not to know which library parses it. */
    private static Object read(Supplier<JsonParser> opener, String what) {
        try (JsonParser parser = opener.get()) {
            Object value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("Not " + what + ": more text follows it");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not " + what + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The depth is bounded by the parser. */
    private static Object value(JsonParser parser, @Nullable JsonToken token) {
        if (token == null) {
            return NULL;
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> wholeNumber(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> NULL;
        };
    }

    private static Object wholeNumber(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Object) parser.getLongValue();
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            fields.put(name, value(parser, parser.nextToken()));
        }
        return fields;
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }
}
