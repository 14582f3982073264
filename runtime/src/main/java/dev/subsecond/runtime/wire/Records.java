package dev.subsecond.runtime.wire;

import dev.subsecond.runtime.JumpTable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Records as JSON objects, by the names of their components. Nothing is coerced from one type into another, and nothing
 * may be missing; unknown fields are ignored.
 */
final class Records {

    /** What is known of a record class once it was looked at. */
    private record Shape(List<RecordComponent> components, Constructor<?> constructor) {}

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(components, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has its canonical constructor", e);
            }
        }
    };

    private Records() {}

    /**
     * Makes a record of a JSON value.
     *
     * @param what what is expected, for the message
     * @throws IllegalArgumentException if the value is not of that form; the message names the field and what is wrong
     */
    static <T extends Record> T read(Object json, Class<T> type, String what) {
        try {
            return type.cast(record(json, type, ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Not " + what + ": " + e.getMessage(), e);
        }
    }

    private static Object value(Object json, Type type, String at) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type element = arguments[arguments.length - 1];
            return generic.getRawType() == List.class ? list(json, element, at) : map(json, element, at);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == JumpTable.class) {
            return JumpTableJson.table(json);
        }
        if (plain.isRecord()) {
            return record(json, plain, at);
        }
        return plain.isEnum() ? constant(json, plain, at) : scalar(json, plain, at);
    }

    private static Object scalar(Object json, Class<?> type, String at) {
        if (type == String.class && json instanceof String) {
            return json;
        }
        if (type == boolean.class && json instanceof Boolean) {
            return json;
        }
        if (json instanceof Number number && type != String.class && type != boolean.class) {
            return number(number, type, at);
        }
        throw wrong(json, type, at);
    }

    private static Object number(Number json, Class<?> type, String at) {
        if (type == double.class || type == Double.class) {
            return json.doubleValue();
        }
        if (json instanceof Double) {
            throw wrong(json, type, at);
        }
        boolean isInt = type == int.class;
        if (!(json instanceof Long whole) || (isInt && whole != whole.intValue())) {
            throw new IllegalArgumentException(at + " is out of range: " + json);
        }
        return isInt ? (Object) whole.intValue() : whole;
    }

    private static Object constant(Object json, Class<?> type, String at) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(json)) {
                return constant;
            }
        }
        throw wrong(json, type, at);
    }

    @SuppressWarnings("unchecked") // lists of JSON have values for elements
    private static List<Object> list(Object json, Type element, String at) {
        if (!(json instanceof List<?>)) {
            throw wrong(json, List.class, at);
        }
        List<Object> elements = (List<Object>) json;
        List<Object> list = new ArrayList<>(elements.size());
        for (Object value : elements) {
            list.add(value(value, element, at + "[" + list.size() + "]"));
        }
        return list;
    }

    private static Map<String, Object> map(Object json, Type element, String at) {
        Map<String, Object> map = new LinkedHashMap<>();
        object(json, Map.class, at).forEach((name, value) -> map.put(name, value(value, element, at + "." + name)));
        return map;
    }

    private static Object record(Object json, Class<?> type, String at) {
        Map<String, Object> fields = object(json, type, at);
        Shape shape = SHAPES.get(type);
        @Nullable Object[] values = new Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(fields, shape.components().get(i), at);
        }
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(at + " is not valid: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of the wire are public", e);
        }
    }

    private static @Nullable Object component(Map<String, Object> fields, RecordComponent component, String at) {
        String name = at.isEmpty() ? component.getName() : at + "." + component.getName();
        Object value = fields.get(component.getName());
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        if (value == Json.NULL && component.isAnnotationPresent(MayBeNull.class)) {
            return null;
        }
        return value(value, component.getGenericType(), name);
    }

    @SuppressWarnings("unchecked") // maps of JSON have names for keys
    private static Map<String, Object> object(Object json, Class<?> type, String at) {
        if (json instanceof Map<?, ?>) {
            return (Map<String, Object>) json;
        }
        throw wrong(json, type, at);
    }

    private static IllegalArgumentException wrong(Object json, Class<?> type, String at) {
        String subject = at.isEmpty() ? "it" : at;
        String is = json instanceof List ? "a list" : json instanceof Map ? "an object" : shown(json.toString());
        return new IllegalArgumentException(subject + " is not a " + type.getSimpleName() + " but " + is);
    }

    private static String shown(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    /** Writes a record, or what one may hold. */
    static void write(JsonGenerator json, @Nullable Object value) {
        if (value instanceof JumpTable table) {
            JumpTableJson.write(json, table);
        } else if (value instanceof Record record) {
            json.writeStartObject();
            writeComponents(json, record);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(element -> write(json, element));
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((name, element) -> {
                json.writeName((String) name);
                write(json, element);
            });
            json.writeEndObject();
        } else {
            writeScalar(json, value);
        }
    }

    /** Writes the fields of an object that was begun. */
    static void writeComponents(JsonGenerator json, Record record) {
        for (RecordComponent component : SHAPES.get(record.getClass()).components()) {
            json.writeName(component.getName());
            write(json, valueOf(record, component));
        }
    }

    private static void writeScalar(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number whole) {
            json.writeNumber(whole.longValue());
        } else {
            json.writeString(value instanceof Enum<?> constant ? constant.name() : (String) value);
        }
    }

    private static @Nullable Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of the wire are public", e);
        }
    }
}
