package dev.subsecond.it;

import dev.subsecond.it.harness.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation, and its blocks that have a comment {@code <!-- test: NAME -->} on the line above them. */
record Page(String text, Map<String, String> blocks) {

    private static final Pattern BLOCK = Pattern.compile("<!-- test: ([^>]+) -->\n```\\w*\n(.*?)```\n", Pattern.DOTALL);
    private static final String FILE = "file ";

    /** Reads a page by its path in the checkout. */
    static Page of(String path) {
        try {
            String text = Files.readString(Checkout.root().resolve(path));
            Map<String, String> blocks = new LinkedHashMap<>();
            Matcher matcher = BLOCK.matcher(text);
            while (matcher.find()) {
                blocks.put(matcher.group(1), matcher.group(2));
            }
            return new Page(text, blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> names() {
        return blocks.keySet();
    }

    String block(String name) {
        return Objects.requireNonNull(blocks.get(name), name);
    }

    /** Writes each block that is a file to its place below {@code folder}. */
    void writeFiles(Path folder) {
        blocks.forEach((name, block) -> {
            if (name.startsWith(FILE)) {
                write(folder.resolve(name.substring(FILE.length())), block);
            }
        });
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
