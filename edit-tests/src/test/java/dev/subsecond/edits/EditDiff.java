package dev.subsecond.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What an edit changes, as {@code diff -u} would print it, with all names and literals alike and without white space: two edits
 * that differ in nothing else try the same thing.
 */
final class EditDiff {

    private static final Pattern LITERAL =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:\\\\.|[^'\\\\])+'|\\b\\d[\\w.]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final int CONTEXT = 3;

    private EditDiff() {}

    /** The lines between {@code before} and {@code after}, all files one after the other. */
    static String of(Stage before, Stage after) {
        Set<String> paths = new TreeSet<>(before.sources().keySet());
        paths.addAll(after.sources().keySet());
        StringBuilder diff = new StringBuilder();
        for (String path : paths) {
            List<String> from = lines(before.sources().getOrDefault(path, ""));
            List<String> to = lines(after.sources().getOrDefault(path, ""));
            for (String line : withContext(compared(from, to))) {
                diff.append(line.charAt(0))
                        .append(normalised(line.substring(1)))
                        .append('\n');
            }
        }
        return diff.toString();
    }

    private static List<String> lines(String source) {
        return source.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String normalised(String line) {
        String withoutValues = LITERAL.matcher(line).replaceAll("0");
        return WORD.matcher(withoutValues)
                .replaceAll(m -> SourceVersion.isKeyword(m.group()) ? m.group() + " " : "x")
                .replaceAll("\\s+", "");
    }

    /** All lines of both, marked with what becomes of them; the longest common subsequence stays. */
    private static List<String> compared(List<String> from, List<String> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                common[i][j] = from.get(i).equals(to.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
                lines.add(" " + from.get(i++));
                j++;
            } else if (j == to.size() || (i < from.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + from.get(i++));
            } else {
                lines.add("+" + to.get(j++));
            }
        }
        return lines;
    }

    private static List<String> withContext(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> around = lines.subList(Math.max(0, i - CONTEXT), Math.min(lines.size(), i + CONTEXT + 1));
            if (around.stream().anyMatch(line -> !line.startsWith(" "))) {
                kept.add(lines.get(i));
            }
        }
        return kept;
    }
}
