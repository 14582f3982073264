package dev.subsecond.it.harness;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A line of {@code serve --json}.
 *
 * @param index its place in the log
 * @param json what it says
 */
public record Event(int index, JsonNode json) {

    /** What became of a member. */
    public record Member(String name, String verdict, String token, String reason, String cause) {}

    public boolean is(String name) {
        return text("event").equals(name);
    }

    /** A field as text; empty if there is none. */
    public String text(String field) {
        return json.path(field).asString("");
    }

    public long number(String field) {
        return json.path(field).asLong(-1);
    }

    /** Whether the program wrote this line. */
    public boolean isOutput(String line) {
        return is("output") && text("line").equals(line);
    }

    public List<Member> members() {
        return json.path("members").valueStream().map(Event::member).toList();
    }

    /** The pointer of the new code of a function that a patch changed. */
    public String pointer(String function) {
        return json.path("functions")
                .valueStream()
                .filter(f -> f.path("name").asString("").equals(function))
                .map(f -> f.path("ptr").asString(""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No function " + function + " in " + this));
    }

    private static Member member(JsonNode json) {
        return new Member(
                json.path("name").asString(""),
                json.path("verdict").asString(""),
                json.path("token").asString(""),
                json.path("reason").asString(""),
                json.path("cause").asString(""));
    }

    @Override
    public String toString() {
        return index + ": " + json;
    }
}
