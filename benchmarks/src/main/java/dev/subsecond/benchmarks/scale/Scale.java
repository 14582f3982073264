package dev.subsecond.benchmarks.scale;

import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.ThinLinker;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Does the cost of an edit follow the edit or the size of the program? Compares, reaches and links the same edits of one class
 * in generated programs of several sizes, in turn, and prints medians beside that of the smallest.
 */
public final class Scale {

    private static final int DEFAULT_ROUNDS = 60;
    private static final List<Integer> DEFAULT_SIZES = List.of(100, 1000, 5000);

    private static final Map<String, UnaryOperator<String>> EDITS = Map.of(
            "a method's body", source -> source.replace("return n + 10;", "return n + 11;"),
            "a public method's body", source -> source.replace("count++;", "count += 2;"),
            "a new method and its caller",
                    source -> source.replace("return n + 10;", "return added(n); } int added(int n) { return n + 12;"),
            "a new field",
                    source -> source.replace("int count = 10;", "int count = 10; int more = 4;")
                            .replace("count++;", "count++; more++;"));

    private Scale() {}

    /**
     * Prints the table.
     *
     * @param args how often each edit is linked, 60 if nothing is said; and the sizes, the smallest first
     */
    public static void main(String[] args) throws IOException {
        int rounds = args.length == 0 ? DEFAULT_ROUNDS : Integer.parseInt(args[0]);
        List<Integer> sizes = args.length < 2
                ? DEFAULT_SIZES
                : Stream.of(args).skip(1).map(Integer::valueOf).toList();
        Path folder = Files.createTempDirectory("subsecond-scale");
        try {
            List<GeneratedProject> projects = new ArrayList<>();
            for (int size : sizes) {
                projects.add(new GeneratedProject(Files.createDirectory(folder.resolve("of" + size)), size));
            }
            print(measure(rounds, sizes, projects));
        } finally {
            delete(folder);
        }
    }

    /** In turn, so that what else the machine does falls on all of them. The first half of the rounds warms up. */
    private static List<Series> measure(int rounds, List<Integer> sizes, List<GeneratedProject> projects)
            throws IOException {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            for (ImageKind kind : ImageKind.values()) {
                for (String edit : EDITS.keySet().stream().sorted().toList()) {
                    all.add(series(sizes.get(i), kind, edit, projects.get(i)));
                }
            }
        }
        for (int round = 0; round < rounds / 2; round++) {
            all.forEach(Series::warmUp);
        }
        for (int round = 0; round < rounds / 2; round++) {
            all.forEach(Series::measure);
        }
        return all;
    }

    private static Series series(int size, ImageKind kind, String edit, GeneratedProject project) throws IOException {
        UnaryOperator<String> change = EDITS.getOrDefault(edit, UnaryOperator.identity());
        byte[] before = project.image().getOrDefault(GeneratedProject.EDITED, new byte[0]);
        return new Series(
                size,
                kind,
                edit,
                new ThinLinker("build", project.image(), kind, Scale::ofClassPath),
                new Changes(project.edited(change), Set.of()),
                new Changes(Map.of(GeneratedProject.EDITED, before), Set.of()));
    }

    private static Optional<byte[]> ofClassPath(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(List<Series> all) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("| edit | image | classes | first, ms | ms (median) | ratio |");
        out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        for (Series series : all) {
            Series smallest = all.stream().filter(series::isLike).findFirst().orElseThrow();
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.2f | %.2f |%n",
                    series.name(),
                    series.size(),
                    series.first() / 1e6,
                    series.median() / 1e6,
                    series.median() / smallest.median());
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = new ArrayList<>(walk.toList());
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Files.delete(files.get(i));
        }
    }
}
