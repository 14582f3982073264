package dev.subsecond.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.subsecond.runtime.JumpTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    static Stream<Message> everyMessage() {
        JumpTable table = JumpTable.managed(Path.of("/tmp/p.jar"), new TreeMap<>(Map.of(-2L, -1L)), "b1", 3, "ab");
        return Stream.of(
                new Message.Hello(1, "b1", 42, "17.0.15", 0, true, 12, List.of(new Message.Image("libm", "0x10"))),
                new Message.Welcome(1, "0.1.0", 0),
                new Message.PatchStart(3, List.of("src/Game.java")),
                new Message.Patch(
                        3,
                        "b1",
                        table,
                        "ab",
                        99,
                        List.of(new Message.Member("app.Game.tick()", "live", "", List.of("note"))),
                        Map.of("compile", 12.5)),
                new Message.PatchFailed(3, List.of(new Message.Diagnostic("Game.java", 3, 7, "';' expected"))),
                new Message.Applied(
                        3,
                        1,
                        List.of(new Message.AppliedFunction("0x1", "app.Game.tick()", "0x1", "0x2", 1)),
                        Map.of("verify", 1.0),
                        2L),
                new Message.Rejected(3, "VERIFY_FAILED", "bad", List.of("app.Game$$Hot3")),
                new Message.FirstCall(3, "0x1", 120),
                new Message.Log("INFO", "text"),
                new Message.Rollback(2),
                new Message.Restart(),
                new Message.Shutdown(),
                new Message.Goodbye("bye"));
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void isReadAsItWasWritten(Message message) {
        String json = Messages.toJson(message);
        assertThat(json)
                .startsWith("{\"type\":\"" + message.getClass().getSimpleName() + "\"")
                .doesNotContain("\n");
        assertThat(Messages.parse(json)).isEqualTo(message);
    }

    @Test
    void everyKindIsCovered() {
        assertThat(everyMessage().map(Object::getClass).distinct())
                .hasSize(Message.class.getPermittedSubclasses().length - 1); // Unknown has no type of its own
    }

    @Test
    void jumpTableInAMessageKeepsTheSeedsForm() {
        Message patch = everyMessage()
                .filter(Message.Patch.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(Messages.toJson(patch)).contains("""
                        "map":{"18446744073709551614":18446744073709551615},"aslr_reference":0""");
    }

    @Test
    void messageOfANewerPeerIsUnknown() {
        assertThat(Messages.parse("{\"type\":\"Later\",\"x\":1}")).isEqualTo(new Message.Unknown("Later"));
    }

    @Test
    void fieldOfANewerPeerIsIgnored() {
        assertThat(Messages.parse("{\"more\":[],\"type\":\"Rollback\",\"generation\":4}"))
                .isEqualTo(new Message.Rollback(4));
    }

    @Test
    void wholeNumberServesAsTiming() {
        Message message = Messages.parse(
                "{\"type\":\"Applied\",\"sequence\":1,\"generation\":1,\"functions\":[],\"timings\":{\"commit\":2},"
                        + "\"rolledBackTo\":null}");
        assertThat(((Message.Applied) message).timings()).containsExactly(Map.entry("commit", 2.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"Restart\"",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":{\"type\":\"Restart\"}}",
                "{\"type\":\"Restart\"} x",
                "{\"type\":\"Restart\",\"type\":\"Shutdown\"}",
                "{\"type\":\"Rollback\"}",
                "{\"type\":\"Rollback\",\"generation\":\"4\"}",
                "{\"type\":\"Rollback\",\"generation\":true}",
                "{\"type\":\"Rollback\",\"generation\":1e3}",
                "{\"type\":\"Rollback\",\"generation\":null}",
                "{\"type\":\"Log\",\"level\":\"INFO\",\"message\":{}}",
                "{\"type\":\"PatchStart\",\"sequence\":1,\"files\":\"a\"}",
                "{\"type\":\"PatchStart\",\"sequence\":1,\"files\":[null]}",
                "{\"type\":\"PatchStart\",\"sequence\":1,\"files\":[[\"a\"]]}",
            })
    void anythingElseIsRefusedWithAReason(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Messages.parse(json))
                .withMessageStartingWith("Not a message")
                .withMessageMatching("(?s).{20,400}");
    }

    @Test
    void deepNestingIsRefused() {
        String json = "{\"type\":\"Later\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Messages.parse(json))
                .withMessageContaining("depth");
    }

    @Test
    void longNumberIsRefused() {
        String json = "{\"type\":\"Rollback\",\"generation\":" + "9".repeat(100_000) + "}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Messages.parse(json))
                .withMessageContaining("length");
    }

    @Test
    void longTextIsRefused() {
        String json = "{\"type\":\"Goodbye\",\"reason\":\"" + "x".repeat(Json.MAX_LENGTH) + "\"}";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Messages.parse(json))
                .withMessageContaining("longer");
    }
}
