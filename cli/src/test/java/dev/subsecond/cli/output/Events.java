package dev.subsecond.cli.output;

import dev.subsecond.devserver.SaveTimings;
import dev.subsecond.devserver.ServeEvent.Carried;
import dev.subsecond.devserver.ServeEvent.Function;
import dev.subsecond.devserver.ServeEvent.Member;
import dev.subsecond.devserver.ServeEvent.Patched;
import java.nio.file.Path;
import java.util.List;

/** Events as a server would publish them. */
final class Events {
    static final Path GAME = Path.of("src/app/Game.java");
    static final SaveTimings TIMINGS = new SaveTimings(1, 30.1234, 0.5, 0.25, 4, 3, 2, 0.1, 47.4);

    private Events() {}

    static Member live(String name) {
        return new Member(name, "live", "", "", "", List.of());
    }

    static Member refused(String name, String token, String reason) {
        return new Member(name, "refused", token, reason, "", List.of());
    }

    /** With all that there is to say of why it is as it is. */
    static Patched explained() {
        return new Patched(
                42,
                3,
                2,
                List.of(GAME),
                List.of(
                        new Member("a", "live", "", "", "it is new", List.of()),
                        new Member("b", "live-after-return", "", "", "its body changed", List.of())),
                List.of(new Carried("c", "it leads to b")),
                List.of(new Function("app.Game.tick()", "0x8f")),
                TIMINGS);
    }

    static Patched patched(Member... members) {
        return new Patched(
                42,
                3,
                2,
                List.of(GAME),
                List.of(members),
                List.of(),
                List.of(new Function("app.Game.tick()", "0x8f")),
                TIMINGS);
    }
}
