package dev.subsecond.runtime.patch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON wrong at one place: a value, a name, an order, a number of times. */
final class JsonMutation {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            "\0",
            "int",
            "[I",
            "java.lang.Object",
            "java.lang.String",
            "app.Game",
            "app/Game",
            "app.Shape",
            "[Lapp.Game;",
            "app..Game",
            "../../x",
            "/dev/zero",
            "app.Gone",
            "app.Game$$Hot0000000",
            "dev.subsecond.runtime.table.HotTable",
            "twice",
            "add",
            "hidden",
            "<init>",
            "<clinit>",
            "()V",
            "()I",
            "(I)I",
            "(",
            "(Lapp/Gone;)V",
            "[".repeat(50_000) + "I",
            "([" + "[".repeat(300) + "I)V",
            "L".repeat(70_000),
            "(" + "J".repeat(200) + ")V",
            "0x0",
            "0x8000000000000000",
            "0xffffffffffffffff",
            "\u2603");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "2",
            "2147483648",
            "4294967296",
            "9223372036854775807",
            "-9223372036854775808",
            "18446744073709551615",
            "99999999999999999999999");

    private final SplittableRandom random;

    JsonMutation(SplittableRandom random) {
        this.random = random;
    }

    /** A place in the tree: a field of an object or an element of an array. */
    private record Place(JsonNode parent, String field, int index) {

        JsonNode value() {
            return parent instanceof ObjectNode object ? object.get(field) : parent.get(index);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(field, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(field);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }
    }

    String mutate(String json) {
        JsonNode tree = MAPPER.readTree(json);
        List<Place> places = new ArrayList<>();
        collect(tree, places);
        Place place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(8)) {
            case 0 -> place.remove();
            case 1 -> place.set(NODES.nullNode());
            case 2 -> swap(place, places.get(random.nextInt(places.size())));
            case 3 -> place.set(other(random.nextInt(6)));
            case 4 -> rearrange(tree, places);
            case 5 -> {
                return twice(tree.toString());
            }
            default -> place.set(similar(place.value()));
        }
        return tree.toString();
    }

    private void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(field -> {
                places.add(new Place(object, field, 0));
                collect(object.get(field), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i));
                collect(array.get(i), places);
            }
        }
    }

    /** Values of the same kind change places, so that each of them is one that is right somewhere. */
    private static void swap(Place one, Place other) {
        JsonNode value = one.value().deepCopy();
        one.set(other.value().deepCopy());
        other.set(value);
    }

    private void rearrange(JsonNode tree, List<Place> places) {
        List<ArrayNode> arrays = places.stream()
                .map(Place::value)
                .filter(value -> value instanceof ArrayNode array && !array.isEmpty())
                .map(ArrayNode.class::cast)
                .toList();
        if (arrays.isEmpty()) {
            ((ObjectNode) tree).put("unknown", 1);
            return;
        }
        ArrayNode array = arrays.get(random.nextInt(arrays.size()));
        int index = random.nextInt(array.size());
        switch (random.nextInt(4)) {
            case 0 -> array.remove(index);
            case 1 -> array.add(array.get(index).deepCopy());
            case 2 -> array.removeAll();
            default -> array.insert(0, array.remove(index));
        }
    }

    /** A field that is there twice, which no tree can say. */
    private String twice(String json) {
        int quote = json.indexOf("{\"", random.nextInt(json.length()));
        int start = quote < 0 ? json.indexOf("{\"") : quote;
        int end = json.indexOf(':', start);
        return json.substring(0, start + 1) + json.substring(start + 1, end) + ":0," + json.substring(start + 1);
    }

    private JsonNode similar(JsonNode value) {
        if (value.isString()) {
            return random.nextInt(3) == 0 ? flipped(value.stringValue()) : other(0);
        }
        if (value.isBoolean()) {
            return NODES.booleanNode(!value.booleanValue());
        }
        return value.isNumber() ? other(1) : other(random.nextInt(6));
    }

    private JsonNode flipped(String text) {
        if (text.isEmpty()) {
            return NODES.stringNode("x");
        }
        char[] chars = text.toCharArray();
        chars[random.nextInt(chars.length)] ^= (char) (1 << random.nextInt(7));
        return NODES.stringNode(new String(chars));
    }

    private JsonNode other(int kind) {
        return switch (kind) {
            case 0 -> NODES.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 1 -> NODES.numberNode(new BigInteger(NUMBERS.get(random.nextInt(NUMBERS.size()))));
            case 2 -> NODES.numberNode(1.5);
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.objectNode().put("x", 1);
            default -> NODES.arrayNode().add(1);
        };
    }
}
