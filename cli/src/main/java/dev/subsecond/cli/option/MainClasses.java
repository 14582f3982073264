package dev.subsecond.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds classes that look as if they had a {@code main}, to be offered to somebody who named none. */
public final class MainClasses {
    private static final Pattern MAIN = Pattern.compile("static\\s+(final\\s+)?void\\s+main\\s*\\(");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final String SUFFIX = ".java";

    private MainClasses() {}

    /** Binary names of the candidates in these source directories; what cannot be read is passed over. */
    public static List<String> in(List<Path> sources) {
        TreeSet<String> candidates = new TreeSet<>();
        for (Path directory : sources) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.filter(file -> file.toString().endsWith(SUFFIX))
                        .map(MainClasses::candidate)
                        .flatMap(Optional::stream)
                        .forEach(candidates::add);
            } catch (IOException e) {
                // Whoever compiles it will say so.
            }
        }
        return List.copyOf(candidates);
    }

    private static Optional<String> candidate(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (!MAIN.matcher(text).find()) {
            return Optional.empty();
        }
        String name = file.getFileName().toString();
        Matcher inPackage = PACKAGE.matcher(text);
        String prefix = inPackage.find() ? inPackage.group(1) + "." : "";
        return Optional.of(prefix + name.substring(0, name.length() - SUFFIX.length()));
    }
}
