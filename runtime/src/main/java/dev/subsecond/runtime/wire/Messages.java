package dev.subsecond.runtime.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages as JSON text. */
public final class Messages {

    private static final String TYPE = "type";

    private static final Map<String, Class<? extends Message>> TYPES = List.<Class<? extends Message>>of(
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
        JsonNode tree = Json.read(json, JsonNode.class, "a message");
        JsonNode type = tree.get(TYPE);
        if (type == null || !type.isString()) {
            throw new IllegalArgumentException("Not a message: an object with a type is expected");
        }
        Class<? extends Message> known = TYPES.get(type.stringValue());
        return known == null
                ? new Message.Unknown(type.stringValue())
                : Json.read(tree, known, "a message of type " + type.stringValue());
    }

    /** The message on one line. */
    public static String toJson(Message message) {
        String type = message instanceof Message.Unknown unknown
                ? unknown.type()
                : message.getClass().getSimpleName();
        ObjectNode json = Json.object();
        json.put(TYPE, type);
        json.setAll(Json.tree(message));
        return json.toString();
    }
}
