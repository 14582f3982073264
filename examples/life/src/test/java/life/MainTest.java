package life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program as its users run it: a JVM, a class path, a main class. */
@Timeout(60)
class MainTest {
    private static final Pattern CAPTION = Pattern.compile("world (\\d+): generation (\\d+), (\\d+) alive");

    @Test
    void countsGenerationsOfOneWorld() throws IOException {
        List<Matcher> captions = run(5).stream().map(MainTest::caption).toList();

        assertThat(captions).extracting(m -> m.group(2)).containsExactly("0", "1", "2", "3", "4");
        assertThat(captions)
                .extracting(m -> m.group(1))
                .containsOnly(captions.get(0).group(1));
    }

    @Test
    void drawsThePictureInPlaceWhenAsked() throws IOException {
        List<String> lines = run(22, "--draw");

        assertThat(lines.get(0)).startsWith("\033[2J\033[H").endsWith("\033[K").contains("o");
        assertThat(lines.get(20)).matches(CAPTION.pattern() + "\033\\[K");
        assertThat(lines.get(21)).startsWith("\033[H");
    }

    private static Matcher caption(String line) {
        Matcher matcher = CAPTION.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher;
    }

    private static List<String> run(int lines, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "life.Main"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            List<String> read = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                read.add(out.readLine());
            }
            return read;
        } finally {
            process.destroyForcibly();
        }
    }
}
