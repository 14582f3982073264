package dev.subsecond.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    @TempDir
    private Path folder;

    @Test
    void keepsTheOrderAndLeavesOutEmptyEntries() {
        String text = String.join(File.pathSeparator, "b.jar", "", "classes");

        assertThat(ClassPath.parse(text)).containsExactly(Path.of("b.jar"), Path.of("classes"));
        assertThat(ClassPath.parse("")).isEmpty();
    }

    @Test
    void expandsAStarToTheJarsOfTheDirectory() throws IOException {
        Path jar = Files.createFile(folder.resolve("a.jar"));
        Files.createFile(folder.resolve("readme.txt"));

        assertThat(ClassPath.parse(folder + File.separator + "*")).containsExactly(jar);
        assertThat(ClassPath.parse("missing" + File.separator + "*")).containsExactly(Path.of("missing"));
    }
}
