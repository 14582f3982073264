package dev.subsecond.runtime.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Messages as JSON text. */
public final class Messages {

    private static final String TYPE = "type";

    private static final Map<String, Class<? extends Record>> TYPES = List.<Class<? extends Record>>of(
                    Message.Hello.class,
                    Message.Welcome.class,
                    Message.PatchStart.class,
                    Message.Patch.class,
                    Message.PatchFailed.class,
                    Message.Applied.class,
                    Message.Rejected.class,
                    Message.FirstCall.class,
                    Message.Log.class,
                    Message.Rollback.class,
                    Message.Restart.class,
                    Message.Shutdown.class,
                    Message.Goodbye.class)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private Messages() {}

    /**
     * Reads one message. A type that this version does not know becomes {@link Message.Unknown}; unknown fields are
     * ignored.
     *
     * @throws IllegalArgumentException if the text is no message, or one of a known type with a field missing or wrong
     */
    public static Message parse(String json) {
        Object value = Json.read(json, "a message");
        if (!(value instanceof Map<?, ?> fields && fields.get(TYPE) instanceof String type)) {
            throw new IllegalArgumentException("Not a message: an object with a type is expected");
        }
        Class<? extends Record> known = TYPES.get(type);
        return known == null
                ? new Message.Unknown(type)
                : (Message) Records.read(value, known, "a message of type " + type);
    }

    /** The message on one line. */
    public static String toJson(Message message) {
        String type = message instanceof Message.Unknown unknown
                ? unknown.type()
                : message.getClass().getSimpleName();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty(TYPE, type);
            if (!(message instanceof Message.Unknown)) {
                Records.writeComponents(json, (Record) message);
            }
            json.writeEndObject();
        });
    }
}
