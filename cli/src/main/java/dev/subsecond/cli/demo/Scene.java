package dev.subsecond.cli.demo;

import dev.subsecond.cli.demo.Observer.Sighting;
import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.output.Palette;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** Plays single edits: shows what is typed, saves it, and shows what the program printed before and after. */
final class Scene {
    private static final int LINES_AFTERWARDS = 2;

    private final Console console;
    private final Palette palette;
    private final Observer observer;
    private final Example example;

    Scene(Console console, Observer observer, Example example) {
        this.console = console;
        this.palette = console.palette();
        this.observer = observer;
        this.example = example;
    }

    /** An edit that goes live; returns the captions that showed it. */
    List<Caption> edit(int number, Edit edit) throws DemoFailure, IOException, InterruptedException {
        announce(number, edit);
        String expected = "a line that ends in '" + edit.remark() + "'";
        observer.forgetTimings();
        long saved = System.nanoTime();
        example.save(edit);
        Before before = new Before(observer);
        Sighting after = observer.await(expected, before.until(edit));
        List<Caption> shown = new ArrayList<>(List.of(after.caption()));
        shown.addAll(observer.takeNext(LINES_AFTERWARDS, expected + " again", edit::showsIn));
        item("before", before.caption().line());
        item("after", palette.good(after.caption().line()));
        item("state", kept(before.caption(), shown));
        item("time", time(after.nanoTime() - saved));
        return shown;
    }

    /** The same for the edit that adds a field, whose values must be right too. */
    void editAddingEnergy(int number, Edit edit) throws DemoFailure, IOException, InterruptedException {
        String fault = Energy.fault(edit(number, edit));
        if (!fault.isEmpty()) {
            throw observer.failure("a field that begins with its initialiser's value on the old object; but " + fault);
        }
    }

    /** An edit that does not compile, and leaves the program as it was. */
    void mistake(int number, Edit edit) throws DemoFailure, IOException, InterruptedException {
        announce(number, edit);
        Caption before = observer.last();
        example.save(edit);
        JsonNode error = observer.awaitEvent("compile-error", "the compiler's message");
        JsonNode first = error.path("diagnostics").path(0);
        String message = first.path("rendered").asString(first.path("message").asString(""));
        message.lines().forEach(line -> item("", palette.bad(line)));
        List<Caption> shown = observer.takeNext(LINES_AFTERWARDS + 1, "the lines of before, still", edit::showsIn);
        item("before", before.line());
        item("after", shown.get(shown.size() - 1).line());
        item("state", kept(before, shown));
    }

    private void announce(int number, Edit edit) {
        console.say("");
        console.say(palette.strong(number + "  " + edit.title()));
        edit.diff().forEach(line -> item("", palette.faint(line)));
    }

    private void item(String label, String text) {
        console.say(String.format(Locale.ROOT, "   %-7s %s", label, text));
    }

    private static String kept(Caption before, List<Caption> shown) {
        Caption last = shown.get(shown.size() - 1);
        return "kept: still world " + last.world() + ", counted from generation " + before.generation() + " to "
                + last.generation() + " without a gap";
    }

    private String time(long nanosToLine) {
        OptionalDouble live = observer.savedToLive();
        String measured =
                live.isPresent() ? String.format(Locale.ROOT, "live %.0f ms after the save; ", live.getAsDouble()) : "";
        return measured
                + String.format(
                        Locale.ROOT,
                        "its first line after %.0f ms (the program writes one every 200 ms)",
                        nanosToLine / 1e6);
    }
}
