package dev.subsecond.cli.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced blocks of the README that have a comment {@code <!-- test: NAME -->} on the line above them. */
final class Readme {
    private static final Pattern BLOCK = Pattern.compile("<!-- test: ([^>]+) -->\n```\\w*\n(.*?)```\n", Pattern.DOTALL);

    private final Map<String, String> blocks = new LinkedHashMap<>();

    private Readme(String text) {
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.put(matcher.group(1), matcher.group(2));
        }
    }

    static Readme read() throws IOException {
        return new Readme(Files.readString(Path.of("../README.md")));
    }

    String block(String name) {
        String block = blocks.get(name);
        if (block == null) {
            throw new IllegalArgumentException("No block " + name + " among " + blocks.keySet());
        }
        return block;
    }

    /** Writes every block named {@code file PATH} to that path below {@code folder}. */
    void writeFiles(Path folder) throws IOException {
        for (Map.Entry<String, String> block : blocks.entrySet()) {
            if (block.getKey().startsWith("file ")) {
                Path file = folder.resolve(block.getKey().substring("file ".length()));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.getValue());
            }
        }
    }
}
