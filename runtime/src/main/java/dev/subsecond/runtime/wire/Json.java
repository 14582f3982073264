package dev.subsecond.runtime.wire;

import com.fasterxml.jackson.annotation.Nulls;
import dev.subsecond.runtime.JumpTable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * The one mapper of the wire. What it reads may be hostile, so size and depth are bounded before anything is allocated
 * for them, nothing is coerced from one type into another, and nothing may be missing, null or given twice.
 */
final class Json {

    /** More than the largest manifest by far: a function takes some 400 bytes. */
    static final int MAX_LENGTH = 64 << 20;

    static final int MAX_DEPTH = 32;

    /** An empty object of three characters takes eighty bytes once it is read. */
    static final int MAX_TOKENS = 4 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_LENGTH)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxNumberLength(64)
                            .maxNameLength(1 << 16)
                            .maxStringLength(4 << 20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .changeDefaultNullHandling(nulls -> nulls.withValueNulls(Nulls.FAIL, Nulls.FAIL))
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addModule(new SimpleModule()
                    .addSerializer(JumpTable.class, new JumpTableJson.Writer())
                    .addDeserializer(JumpTable.class, new JumpTableJson.Reader()))
            .build();

    private Json() {}

    static <T> T read(byte[] json, Class<T> type, String what) {
        checkLength(json.length, what);
        return read(() -> MAPPER.readValue(json, type), what);
    }

    static <T> T read(String json, Class<T> type, String what) {
        checkLength(json.length(), what);
        return read(() -> MAPPER.readValue(json, type), what);
    }

    static <T> T read(JsonNode json, Class<T> type, String what) {
        return read(() -> MAPPER.treeToValue(json, type), what);
    }

    static byte[] writeBytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static void checkLength(int length, String what) {
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("Not " + what + ": longer than " + MAX_LENGTH);
        }
    }

    /** Every failure has one type: a reader of the wire is not to know which library parses it. */
    private static <T> T read(Supplier<@Nullable T> reader, String what) {
        try {
            T value = reader.get();
            if (value == null) {
                throw new IllegalArgumentException("Not " + what + ": it is null");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not " + what + ": " + e.getOriginalMessage(), e);
        }
    }
}
