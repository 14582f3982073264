package dev.subsecond.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final Path EXAMPLE = Path.of("../examples/life/src/main/java");

    @Test
    void copiesEveryFileOfTheExample() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> EXAMPLE.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(Example.FILES);
        }
    }

    @Test
    void fitTheExampleOneAfterAnother() throws IOException {
        String source = Example.original("life/Game.java");
        for (Edit edit : List.of(
                Edits.CHANGED_BODY, Edits.NEW_METHOD, Edits.NEW_FIELD_WITH_VALUE, Edits.MISTAKE, Edits.CORRECTION)) {
            source = edit.applyTo(source);
        }
        assertThat(source)
                .contains("busyRows()", "y ->", "long energy = 1000;", "inhabitants")
                .doesNotContain("populace");
    }

    @Test
    void refuseASourceTheyDoNotFit() {
        assertThatThrownBy(() -> Edits.CORRECTION.applyTo("class Game {}")).hasMessageContaining("populace");
    }

    @Test
    void showWhatGoesAndWhatComes() {
        assertThat(new Replacement("same\nold\n", "same\nnew\n").diff()).containsExactly("- old", "+ new");
    }

    @Test
    void leaveNothingOfTheCopyBehind() throws IOException {
        Example example = Example.copy();
        example.save(Edits.CHANGED_BODY);
        example.close();

        assertThat(example.directory()).doesNotExist();
    }
}
