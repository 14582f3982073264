package dev.subsecond.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.processor.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every token has its page, every page its token, and the index leads to all of them. */
final class DiagnosticPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "diagnostics");
    private static final String SECTION = "## From the annotation processor";

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyTokenHasAPageThatSaysWhyAndWhatToDo(Problem problem) throws IOException {
        assertThat(Files.readString(PAGES.resolve(problem.token() + ".md")))
                .startsWith("# " + problem.token() + "\n")
                .contains("\n## Why\n", "\n## What to do\n");
    }

    @Test
    void theIndexListsExactlyTheTokensOfTheProcessor() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));
        String section = index.substring(index.indexOf(SECTION) + SECTION.length());
        int next = section.indexOf("\n## ");
        assertThat(links(next < 0 ? section : section.substring(0, next)))
                .containsExactlyElementsOf(
                        Arrays.stream(Problem.values()).map(Problem::token).toList());
    }

    @Test
    void everyPageIsInTheIndex() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            List<String> pages = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .map(name -> name.replace(".md", ""))
                    .toList();
            assertThat(links(Files.readString(PAGES.resolve("README.md")))).containsAll(pages);
        }
    }

    private static List<String> links(String markdown) {
        return Pattern.compile("\\]\\((\\w+)\\.md\\)")
                .matcher(markdown)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
