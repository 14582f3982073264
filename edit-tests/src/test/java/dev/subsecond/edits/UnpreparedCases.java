package dev.subsecond.edits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the cases in a program that was not prepared, where that is not what their own texts say. The file
 * {@code unprepared.txt} has a line {@code == row/case} for each such case, and below it its stages as in {@code case.txt}.
 */
final class UnpreparedCases {

    private static final String CASE = "== ";

    private final Map<String, CaseText> texts = new LinkedHashMap<>();

    private UnpreparedCases() {}

    static UnpreparedCases read(Path cases) {
        UnpreparedCases all = new UnpreparedCases();
        try {
            String id = "";
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(cases.resolve("unprepared.txt"))) {
                if (line.startsWith(CASE)) {
                    all.add(id, lines);
                    id = line.substring(CASE.length()).strip();
                    lines.clear();
                } else {
                    lines.add(line);
                }
            }
            all.add(id, lines);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String id, List<String> lines) {
        if (!id.isEmpty() && texts.put(id, CaseText.parse("unprepared.txt " + id, lines)) != null) {
            throw new IllegalArgumentException("unprepared.txt has " + id + " twice");
        }
    }

    /** The cases that it names. */
    List<String> ids() {
        return List.copyOf(texts.keySet());
    }

    /** The case with what is expected of it in such a program. */
    EditCase of(EditCase edit) {
        CaseText text = texts.get(edit.id());
        return new EditCase(
                edit.row(),
                edit.name(),
                edit.title(),
                edit.oldestJdk(),
                edit.isSample(),
                edit.reason(),
                edit.stages().stream()
                        .map(s -> text == null ? plain(s) : stage(s, text))
                        .toList());
    }

    private static Stage stage(Stage prepared, CaseText text) {
        if (!text.has(prepared.name())) {
            return plain(prepared);
        }
        CaseText.Expected own = text.stage(prepared.name());
        return new Stage(prepared.name(), prepared.sources(), own.shown, own.verdicts, own.notes);
    }

    /** The notes of a prepared program need not hold. */
    private static Stage plain(Stage prepared) {
        return new Stage(prepared.name(), prepared.sources(), prepared.shown(), prepared.verdicts(), Map.of());
    }
}
