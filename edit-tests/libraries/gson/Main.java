package app;

import com.google.gson.*;
import com.google.gson.annotations.*;
import com.google.gson.reflect.*;
import com.google.gson.stream.*;
import com.google.gson.internal.LinkedTreeMap;
import java.io.*;
import java.lang.reflect.Type;
import java.math.*;
import java.util.*;
import java.util.concurrent.atomic.*;

class Main {
    enum Suit { @SerializedName("c") CLUBS, HEARTS }

    static class Card {
        Suit suit = Suit.CLUBS;
        int rank = 7;
        @Since(1.2) String since = "new";
        @Expose transient String hidden = "hidden";
        Card next;
    }

    static class Deck<T> {
        List<T> cards = new ArrayList<>();
        Map<String, T> named = new TreeMap<>();
        Date when;
        T[] array;
    }

    static class Twice {
        @SerializedName("x") int a = 1;
        @SerializedName("x") int b = 2;
    }

    static class Ring {
        String name = "ring";
        Ring ring;
        List<Ring> rings = new ArrayList<>();
    }

    static class Shouting extends TypeAdapter<String> {
        @Override public void write(JsonWriter out, String s) throws IOException { out.value(s == null ? null : s.toUpperCase(Locale.ROOT)); }
        @Override public String read(JsonReader in) throws IOException { return in.nextString().toLowerCase(Locale.ROOT); }
    }

    static class Eager implements TypeAdapterFactory {
        @Override public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            if (type.getRawType() != Ring.class) { return null; }
            TypeAdapter<T> next = gson.getDelegateAdapter(this, type);
            TypeAdapter<Ring> again = gson.getAdapter(Ring.class);
            return new TypeAdapter<T>() {
                @Override public void write(JsonWriter out, T t) throws IOException { next.write(out, t); }
                @Override public T read(JsonReader in) throws IOException { again.hashCode(); return next.read(in); }
            };
        }
    }

    private final Gson gson = new Gson();
    private final Gson pretty = new GsonBuilder().setPrettyPrinting().serializeNulls().setVersion(1.1)
            .registerTypeAdapter(String.class, new Shouting()).setDateFormat("yyyy-MM-dd").create();
    private final JsonObject object = new JsonObject();
    private final LinkedTreeMap<String, Integer> tree = new LinkedTreeMap<>();
    private final TypeAdapter<Deck<Card>> deckAdapter = gson.getAdapter(new TypeToken<Deck<Card>>() {});
    private final JsonElement parsed = JsonParser.parseString("{'a':[1,2.5,true,null,'x'],'b':{'c':-0}}".replace('\'', '"'));
    private final TypeAdapter<Card> cardAdapter = gson.getAdapter(Card.class);

    Main() {
        object.addProperty("text", "t");
        object.add("list", new JsonArray());
        tree.put("one", 1);
        tree.put("two", 2);
    }

    private static Card card() {
        Card card = new Card();
        card.next = new Card();
        card.next.suit = Suit.HEARTS;
        return card;
    }

    private static Deck<Card> deck() {
        Deck<Card> deck = new Deck<>();
        deck.cards.add(card());
        deck.named.put("first", new Card());
        return deck;
    }

    private static String read(String json) throws IOException {
        JsonReader in = new JsonReader(new StringReader(json));
        in.setLenient(true);
        StringBuilder tokens = new StringBuilder();
        while (true) {
            JsonToken token = in.peek();
            tokens.append(token).append(' ').append(in.getPath()).append(' ');
            switch (token) {
                case BEGIN_ARRAY: in.beginArray(); break;
                case END_ARRAY: in.endArray(); break;
                case BEGIN_OBJECT: in.beginObject(); break;
                case END_OBJECT: in.endObject(); break;
                case NAME: tokens.append(in.nextName()).append(' '); break;
                case STRING: tokens.append(in.nextString()).append(' '); break;
                case NUMBER: tokens.append(in.nextDouble()).append(' '); break;
                case BOOLEAN: tokens.append(in.nextBoolean()).append(' '); break;
                case NULL: in.nextNull(); break;
                case END_DOCUMENT: return tokens.toString();
            }
        }
    }

    String show() {
        Calls calls = new Calls();
        calls.add("toJson card", () -> gson.toJson(card()));
        calls.add("toJson deck", () -> gson.toJson(deck(), new TypeToken<Deck<Card>>() {}.getType()));
        calls.add("pretty deck", () -> pretty.toJson(deck(), new TypeToken<Deck<Card>>() {}.getType()));
        calls.add("adapter of before", () -> cardAdapter.toJson(card()));
        calls.add("deck adapter of before", () -> deckAdapter.fromJson(deckAdapter.toJson(deck())).cards.get(0).next.suit);
        calls.add("fromJson card", () -> gson.fromJson("{\"suit\":\"c\",\"rank\":3,\"next\":{\"suit\":\"HEARTS\"}}", Card.class).next.suit);
        calls.add("fromJson wrong", () -> gson.fromJson("{\"rank\":\"many\"}", Card.class));
        calls.add("fromJson list", () -> gson.fromJson("[1,2,-0,-9223372036854775808,1e3]", new TypeToken<List<Double>>() {}.getType()));
        calls.add("fromJson object", () -> gson.fromJson("{\"a\":[1,{\"b\":null}],\"c\":\"d\"}", Object.class));
        calls.add("fromJson empty", () -> gson.fromJson("", Card.class));
        calls.add("fromJson trailing", () -> gson.fromJson("{} x", Card.class));
        calls.add("fromJson tree", () -> gson.fromJson(parsed, Map.class));
        calls.add("duplicate field", () -> gson.toJson(new Twice()));
        calls.add("cyclic type", () -> gson.toJson(new Ring()));
        calls.add("eager cyclic type", () -> new GsonBuilder().registerTypeAdapterFactory(new Eager()).create().toJson(new Ring()));
        calls.add("eager cyclic read", () -> new GsonBuilder().registerTypeAdapterFactory(new Eager()).create()
                .fromJson("{\"name\":\"r\",\"ring\":{\"name\":\"s\"},\"rings\":[{\"name\":\"t\"}]}", Ring.class).rings.get(0).name);
        calls.add("anonymous", () -> gson.toJson(new Object() { int x = 1; }));
        calls.add("local", () -> { class Local { int x = 1; } return gson.toJson(new Local()); });
        calls.add("gson", () -> gson.toString().replaceAll("@[0-9a-f]+", "@"));
        //after calls.add("is empty", () -> object.isEmpty() + " " + new JsonObject().isEmpty());
        calls.add("gson of now", () -> new Gson().toString().replaceAll("@[0-9a-f]+", "@"));
        calls.add("excluder", () -> pretty.excluder().excludeClass(new Object() {}.getClass(), true));
        calls.add("date", () -> pretty.toJson(new Date(86_400_000L * 365)));
        calls.add("date back", () -> pretty.fromJson("\"1971-01-01\"", Date.class).getTime());
        calls.add("date wrong", () -> pretty.fromJson("\"yesterday\"", Date.class));
        calls.add("object", () -> object);
        calls.add("object equal", () -> object.equals(object.deepCopy()) + " " + object.size() + object.keySet());
        calls.add("json null", () -> JsonNull.INSTANCE.equals(null) + " " + JsonNull.INSTANCE.equals(JsonNull.INSTANCE));
        calls.add("primitive", () -> new JsonPrimitive(true).getAsBoolean() + " " + new JsonPrimitive("true").getAsBoolean());
        calls.add("primitive numbers", () -> new JsonPrimitive(2.0).equals(new JsonPrimitive(2.0f)) + " " + new JsonPrimitive(BigInteger.TEN).getAsInt());
        calls.add("parser", () -> parsed);
        calls.add("stream parser", () -> {
            StringBuilder all = new StringBuilder();
            new JsonStreamParser("{\"a\":1} [2] 'three'").forEachRemaining(all::append);
            return all;
        });
        calls.add("stream parser empty", () -> new JsonStreamParser("").next());
        calls.add("stream parser broken", () -> new JsonStreamParser("[1,").next());
        calls.add("stream parser deep", () -> new JsonStreamParser("{").hasNext());
        calls.add("tokens", () -> read("{\"a\":[-0,0,12,-9223372036854775808,9223372036854775808,1.5e2,tru,true,null,'q'],b:\"\\u0041\"}"));
        calls.add("tree map", () -> tree + " " + tree.entrySet().contains(new AbstractMap.SimpleEntry<>("one", 1)) + tree.containsValue(2));
        calls.add("tree map of now", () -> { LinkedTreeMap<String, String> t = new LinkedTreeMap<>(); t.put("k", null); return t.containsValue(null) + " " + t.entrySet().iterator().next().equals(Map.entry("k", "v")); });
        calls.add("types", () -> new TypeToken<Map<String, List<? extends Number>>>() {}.getType());
        calls.add("types equal", () -> new TypeToken<List<String>[]>() {}.equals(TypeToken.getArray(new TypeToken<List<String>>() {}.getType())));
        calls.add("tree type adapter", () -> new GsonBuilder()
                .registerTypeAdapter(Card.class, (JsonSerializer<Card>) (c, t, x) -> x.serialize(c.suit))
                .registerTypeAdapter(Card.class, (JsonDeserializer<Card>) (j, t, x) -> { Card c = new Card(); c.suit = x.deserialize(j, Suit.class); return c; })
                .create().fromJson("\"HEARTS\"", Card.class).suit);
        calls.add("tree writer", () -> gson.toJsonTree(deck()));
        calls.add("tree reader", () -> gson.fromJson(gson.toJsonTree(deck()), new TypeToken<Deck<Card>>() {}).cards.size());
        calls.add("atomics", () -> gson.toJson(new AtomicIntegerArray(new int[] {1, 2})) + gson.toJson(new AtomicLong(5)));
        calls.add("inaccessible", () -> gson.toJson(Thread.currentThread()).length());
        calls.add("not handled", () -> gson.fromJson("1", Type.class));
        calls.add("bits and more", () -> gson.toJson(Arrays.asList(new BitSet(), Locale.ROOT, Currency.getInstance("EUR"), new StringBuilder("sb"))));
        calls.add("writer", () -> { StringWriter w = new StringWriter(); JsonWriter j = new JsonWriter(w); j.setIndent(" "); j.beginObject().name("n").value(1.5).name("m").beginArray().endArray().endObject(); return w; });
        calls.add("naming", () -> new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.UPPER_CASE_WITH_UNDERSCORES).create().toJson(new Card()));
        return calls.toString();
    }
}
