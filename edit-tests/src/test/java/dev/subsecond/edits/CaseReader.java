package dev.subsecond.edits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads cases from their folders. */
public final class CaseReader {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final String TEXT = "case.txt";

    private CaseReader() {}

    /** The cases of every row below {@code cases}, sorted by their folders. */
    public static List<EditCase> all(Path cases) {
        return children(cases).stream()
                .flatMap(row -> children(row).stream())
                .map(CaseReader::read)
                .toList();
    }

    /**
     * Reads one case.
     *
     * @throws IllegalArgumentException if its text or its folders are not what {@code cases/README.md} asks for
     */
    public static EditCase read(Path folder) {
        CaseText text = CaseText.parse(folder.toString(), lines(folder.resolve(TEXT)));
        return new EditCase(
                folder.resolveSibling("").getFileName().toString(),
                folder.getFileName().toString(),
                text.header("title", ""),
                Integer.parseInt(text.header("jdk", "17")),
                !text.header("sample", "no").equals("no"),
                text.header("reason", ""),
                stages(folder, text));
    }

    private static List<Stage> stages(Path folder, CaseText text) {
        List<Stage> stages = new ArrayList<>();
        Map<String, String> sources = new TreeMap<>();
        for (String name : List.of(Stage.BEFORE, Stage.AFTER, Stage.AGAIN)) {
            if (text.has(name)) {
                CaseText.Expected expected = text.stage(name);
                save(folder.resolve(name), expected, sources);
                stages.add(stage(name, expected, sources));
            } else if (!name.equals(Stage.AGAIN)) {
                throw new IllegalArgumentException(folder + ": " + TEXT + " has no line '" + name + ": …'");
            }
        }
        Stage undone = repeated(Stage.UNDONE, text, stages.get(0));
        stages.add(undone);
        if (!text.has(Stage.AGAIN)) {
            stages.add(repeated(Stage.REDONE, text, stages.get(1)));
        }
        return stages;
    }

    /** The sources of an earlier stage once more, and what is expected then unless the text says otherwise. */
    private static Stage repeated(String name, CaseText text, Stage earlier) {
        return text.has(name)
                ? stage(name, text.stage(name), earlier.sources())
                : new Stage(name, earlier.sources(), earlier.shown(), earlier.verdicts(), earlier.notes());
    }

    private static Stage stage(String name, CaseText.Expected expected, Map<String, String> sources) {
        return new Stage(name, sources, expected.shown, expected.verdicts, expected.notes);
    }

    private static void save(Path folder, CaseText.Expected expected, Map<String, String> sources) {
        expected.deleted.forEach(file -> {
            if (!sources.keySet().removeIf(path -> path.endsWith("/" + file))) {
                throw new IllegalArgumentException(folder + ": there is no " + file + " to delete");
            }
        });
        if (Files.isDirectory(folder)) {
            for (Path file : children(folder)) {
                String source = String.join("\n", lines(file)) + "\n";
                sources.put(path(file, source), source);
            }
        }
    }

    private static String path(Path file, String source) {
        Matcher named = PACKAGE.matcher(source);
        return (named.find() ? named.group(1).replace('.', '/') + "/" : "") + file.getFileName();
    }

    /** What lies in a folder, sorted; files of the suite itself, such as its {@code README.md}, are no cases. */
    private static List<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> Files.isDirectory(f) || f.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
