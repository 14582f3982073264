package dev.subsecond.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainClassesTest {
    @TempDir
    private Path sources;

    @Test
    void findsMainsInPackagesAndWithout() throws IOException {
        write("app/Main.java", "package app;\npublic class Main { public static void main(String[] args) {} }");
        write("Tool.java", "class Tool { static final void main (String... args) {} }");
        write("app/Game.java", "package app;\nclass Game { void main() {} }");
        write("notes.txt", "static void main(");

        assertThat(MainClasses.in(List.of(sources))).containsExactly("Tool", "app.Main");
    }

    @Test
    void passesOverWhatCannotBeRead() {
        assertThat(MainClasses.in(List.of(sources.resolve("missing")))).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Path file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
