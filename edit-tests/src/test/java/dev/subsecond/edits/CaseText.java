package dev.subsecond.edits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a {@code case.txt} says, line by line; what it means is put together by {@link CaseReader}. */
final class CaseText {

    private static final Set<String> STAGES =
            Set.of(Stage.BEFORE, Stage.AFTER, Stage.AGAIN, Stage.UNDONE, Stage.REDONE);
    private static final Set<String> HEADERS = Set.of("title", "jdk", "reason", "sample");
    private static final Set<String> VERDICTS = Set.of("refused", "unreached", "live-after-return");

    /** What stands below the line of a stage. */
    static final class Expected {
        List<String> shown = List.of();
        final Map<String, String> verdicts = new TreeMap<>();
        final Map<String, String> notes = new TreeMap<>();
        final Set<String> deleted = new TreeSet<>();
    }

    private final String place;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, Expected> stages = new LinkedHashMap<>();
    private Expected current = new Expected();

    private CaseText(String place) {
        this.place = place;
    }

    /** @throws IllegalArgumentException if a line is of no known kind */
    static CaseText parse(String place, List<String> lines) {
        CaseText text = new CaseText(place);
        for (String line : lines) {
            if (line.startsWith("  ")) {
                text.detail(line.strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                text.entry(line);
            }
        }
        return text;
    }

    String header(String name, String otherwise) {
        return headers.getOrDefault(name, otherwise);
    }

    boolean has(String stage) {
        return stages.containsKey(stage);
    }

    Expected stage(String name) {
        return stages.computeIfAbsent(name, x -> new Expected());
    }

    private void entry(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? line.strip() : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1).strip();
        if (STAGES.contains(name)) {
            current = stage(name);
            current.shown = shown(value);
        } else if (HEADERS.contains(name)) {
            headers.put(name, value);
        } else {
            throw unknown(line);
        }
    }

    /** {@code refused Token member}, {@code note member: words} or {@code deleted File.java}. */
    private void detail(String line) {
        String[] words = line.split(" ", 3);
        if (words.length == 3 && VERDICTS.contains(words[0])) {
            current.verdicts.put(words[2], words[0] + " " + words[1]);
        } else if (words[0].equals("note") && line.contains(": ")) {
            current.notes.put(
                    line.substring("note ".length(), line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
        } else if (words.length == 2 && words[0].equals("deleted")) {
            current.deleted.add(words[1]);
        } else {
            throw unknown(line);
        }
    }

    private static List<String> shown(String value) {
        List<String> shown = new ArrayList<>();
        for (String one : value.split(" \\| ", -1)) {
            shown.add(one.replace("\\n", "\n"));
        }
        return shown;
    }

    private IllegalArgumentException unknown(String line) {
        return new IllegalArgumentException(place + ": what is this line? " + line);
    }
}
