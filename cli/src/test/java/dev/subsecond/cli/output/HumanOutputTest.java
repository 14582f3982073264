package dev.subsecond.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.devserver.ServeEvent;
import dev.subsecond.devserver.ServeEvent.Member;
import dev.subsecond.devserver.ServeEvent.SourceDiagnostic;
import dev.subsecond.devserver.ServeEvent.Startup;
import java.util.List;
import org.junit.jupiter.api.Test;

class HumanOutputTest {
    private final Recording recording = new Recording();
    private final HumanOutput output = new HumanOutput(recording.console(), false);

    @Test
    void saysInOneLineWhatWentLiveAndHowLongItTook() {
        output.accept(Events.patched(Events.live("app.Game.tick(World)"), Events.live("app.Game.draw()")));

        assertThat(recording.out().lines())
                .containsExactly("subsecond: live in 47 ms: app.Game.tick(World), app.Game.draw()");
    }

    @Test
    void countsTheNamesThatAreTooMany() {
        output.accept(Events.patched(
                Events.live("a"),
                Events.live("b"),
                Events.live("c"),
                Events.live("d"),
                Events.live("e"),
                Events.live("f")));

        assertThat(recording.out().lines()).containsExactly("subsecond: live in 47 ms: a, b, c, d and 2 more");
    }

    @Test
    void saysWhatDidNotGoLiveWithTokenAndReasonOnce() {
        Member refused = Events.refused("app.Color.RED", "EnumConstants", "not yet supported; restart the program");

        output.accept(Events.patched(Events.live("a"), refused, refused));

        assertThat(recording.out().lines())
                .containsExactly(
                        "subsecond: live in 47 ms: a",
                        "  refused app.Color.RED [EnumConstants]: not yet supported; restart the program");
    }

    @Test
    void namesRunningLoopsAndNotes() {
        output.accept(Events.patched(
                new Member("app.Main.loop()", "live-after-return", "", "a loop still runs the old code", "", List.of()),
                new Member("app.Game.<init>()", "live", "", "", "", List.of("subclasses of libraries keep theirs"))));

        assertThat(recording.out().lines())
                .containsExactly(
                        "subsecond: live in 47 ms: app.Main.loop(), app.Game.<init>()",
                        "  live-after-return app.Main.loop(): a loop still runs the old code",
                        "  note on app.Game.<init>(): subclasses of libraries keep theirs");
    }

    @Test
    void doesNotSayLiveWhenOnlyUnreachedCodeChanged() {
        output.accept(Events.patched(
                new Member("app.Main.main()", "unreached", "", "it is never called again", "", List.of())));

        assertThat(recording.out().lines())
                .containsExactly(
                        "subsecond: nothing to run yet (47 ms)",
                        "  unreached app.Main.main(): it is never called again");
    }

    @Test
    void doesNotSayLiveWhenNothingIs() {
        output.accept(new ServeEvent.Refused(
                List.of(Events.GAME), List.of(Events.refused("app.Color", "EnumConstants", "not yet supported"))));

        assertThat(recording.out().lines())
                .containsExactly(
                        "subsecond: not live: nothing of this save; the program runs on as it was",
                        "  refused app.Color [EnumConstants]: not yet supported");
    }

    @Test
    void saysWhoKeepsTheOldViewOfWhatDoesNotRun() {
        output.accept(new ServeEvent.Unchanged(
                List.of(Events.GAME),
                List.of(
                        new Member("app.Game", "unchanged", "", "", "", List.of("reflection sees the old one")),
                        new Member("app.Game.size", "unchanged", "", "", "", List.of()))));

        assertThat(recording.out().lines())
                .containsExactly(
                        "subsecond: no change in what runs", "  note on app.Game: reflection sees the old one");
    }

    @Test
    void showsCompilerMessagesAsTheyWereRendered() {
        String rendered = "Game.java:3: error: ';' expected\n    int i = 1\n             ^\n";

        output.accept(new ServeEvent.CompileError(
                List.of(new SourceDiagnostic("Game.java", 3, 14, "';' expected", rendered))));

        assertThat(recording.out())
                .isEqualTo(rendered + "subsecond: does not compile; the program runs on as it was\n");
    }

    @Test
    void mentionsPhasesAndStartUpCostOnlyWhenVerbose() {
        HumanOutput verbose = new HumanOutput(recording.console(), true);
        verbose.accept(new ServeEvent.Started(42, "app.Main", "17.0.15", new Startup(12, 800, 40)));
        verbose.accept(Events.patched(Events.live("a")));

        assertThat(recording.out())
                .contains("compiled in 800 ms, prepared 12 classes in 40 ms")
                .contains(
                        "  watch 1.0, compile 30.1, diff 0.5, reach 0.3, link 4.0, send 3.0, verify 2.0, commit 0.1 ms");
    }

    @Test
    void saysWhyAMemberIsPartOfAPatchOnlyWhenVerbose() {
        new HumanOutput(recording.console(), true).accept(Events.explained());

        assertThat(recording.out().lines())
                .startsWith(
                        "subsecond: live in 47 ms: a, b",
                        "  live a: it is new",
                        "  live-after-return b: its body changed",
                        "  carried c: it leads to b")
                .hasSize(5);
    }

    @Test
    void saysOfALoopThatItRunsOnAndNothingOfCauses() {
        output.accept(Events.explained());

        assertThat(recording.out().lines()).containsExactly("subsecond: live in 47 ms: a, b", "  live-after-return b");
    }

    @Test
    void staysSilentAboutWhatNeedsNoAttention() {
        output.accept(new ServeEvent.Change(List.of(Events.GAME)));
        output.accept(new ServeEvent.Connected(42, 3));
        output.accept(new ServeEvent.Live(42, 3, "app.Game.tick()", 55));
        output.accept(new ServeEvent.Exited(42, 0));
        output.accept(new ServeEvent.Exited(42, 130));

        assertThat(recording.out()).isEmpty();
    }

    @Test
    void saysHowTheProgramEndedIfItFailed() {
        output.accept(new ServeEvent.Exited(42, 3));

        assertThat(recording.out()).isEqualTo("subsecond: the program ended with exit code 3\n");
    }

    @Test
    void placesWarningsWhereTheyBelong() {
        output.accept(new ServeEvent.Warning("src/app/Game.java", 7, "unchecked"));
        output.accept(new ServeEvent.Warning("", 0, "no hot functions"));

        assertThat(recording.out().lines())
                .containsExactly(
                        "subsecond: warning: src/app/Game.java:7: unchecked", "subsecond: warning: no hot functions");
    }

    @Test
    void colorsOnlyWithAColoredPalette() {
        Recording colored = new Recording(Palette.colored());
        new HumanOutput(colored.console(), false).accept(Events.patched(Events.live("a")));
        output.accept(Events.patched(Events.live("a")));

        assertThat(colored.out()).contains("\033[32mlive in 47 ms\033[0m");
        assertThat(recording.out()).doesNotContain("\033");
    }
}
