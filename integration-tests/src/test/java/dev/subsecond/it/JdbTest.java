package dev.subsecond.it;

import dev.subsecond.it.harness.Debugger;
import dev.subsecond.it.harness.Jdb;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/debugging.md} tells of {@code jdb}. */
class JdbTest {

    private static final Pattern TYPED = Pattern.compile("(?:>|main\\[1\\]) (.*)");
    private static final String IN_THE_PATCH = "app.Counter$$Hot1.tick()";
    private static final int MOST_STOPS = 200;

    private final Page page = Page.of("docs/debugging.md");

    @TempDir
    Path folder;

    /** The lines that begin with a prompt are typed, the others are what {@code jdb} answers. */
    @ParameterizedTest
    @MethodSource("dev.subsecond.it.harness.Jdk#all")
    void aBreakpointSetBeforeOrAfterAPatchHitsInIt(Jdk jdk) {
        page.writeFiles(folder);
        try (Served program = Served.program(folder.resolve("src"), jdk)
                        .options("--jvm-arg", Debugger.jvmArgument())
                        .start();
                Jdb jdb = Jdb.attach(program, jdk)) {
            for (String line : page.block("jdb").lines().toList()) {
                Matcher typed = TYPED.matcher(line);
                if (typed.matches()) {
                    jdb.type(typed.group(1));
                } else if (line.contains(IN_THE_PATCH)) {
                    program.save(Save.IN_PLACE, "Counter.java", "count += step;", "count += 2 * step;");
                    awaitThePatch(jdb, line);
                } else {
                    jdb.await(pattern(line));
                }
            }
            hitsAgain(jdb, "app.Counter*:12");
            hitsAgain(jdb, "app.Counter$$Hot1:12");
            jdb.type("cont");
            program.patched();
        }
    }

    /** Sets the breakpoint after the patch, in place of the one from before, and takes it back once a thread has come there. */
    private static void hitsAgain(Jdb jdb, String place) {
        jdb.type("clear app.Counter*:12");
        jdb.type("stop at " + place);
        jdb.type("cont");
        jdb.await("Breakpoint hit: .*" + Pattern.quote(IN_THE_PATCH));
        jdb.type("clear " + place);
    }

    /** Until the patch is there, the thread comes to the line of the old code again and again. */
    private static void awaitThePatch(Jdb jdb, String line) {
        String either = pattern(line.replace(IN_THE_PATCH, "…app.Counter…tick()"));
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            if (jdb.await(either).group().contains(IN_THE_PATCH)) {
                return;
            }
            jdb.type("cont");
        }
        throw new AssertionError("The patched code was never reached in\n" + jdb);
    }

    private static String pattern(String line) {
        return Arrays.stream(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
