package dev.subsecond.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** Text in a source file that an edit exchanges: whole lines, each with its line break. */
record Replacement(String before, String after) {
    /** The source with this edit made; the text before must occur in it once. */
    String applyTo(String source) {
        int at = source.indexOf(before);
        if (at < 0 || source.indexOf(before, at + 1) >= 0) {
            throw new IllegalStateException(
                    "The example is not the one the demo was written for; expected once: " + before);
        }
        return source.substring(0, at) + after + source.substring(at + before.length());
    }

    /** The lines that go, marked with a minus, and those that come, marked with a plus; no empty ones. */
    List<String> diff() {
        List<String> lines = new ArrayList<>();
        linesOnlyIn(before, after).forEach(line -> lines.add("- " + line));
        linesOnlyIn(after, before).forEach(line -> lines.add("+ " + line));
        return lines;
    }

    private static List<String> linesOnlyIn(String text, String other) {
        List<String> others = other.lines().toList();
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !others.contains(line))
                .toList();
        return String.join("\n", lines).stripIndent().lines().toList();
    }
}
