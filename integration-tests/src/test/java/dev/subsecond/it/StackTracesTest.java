package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Finished;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The frames of patched code, as exceptions, the two APIs of the JDK and the flight recorder show them. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.subsecond.it.harness.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the fields are set before the first test
class StackTracesTest {

    private static final String NUMBER = "\\$\\$Hot[0-9]+";

    private final Page page = Page.of("docs/debugging.md");

    @Parameter
    Jdk jdk;

    @TempDir
    static Path folder;

    private Served program;

    @BeforeParameterizedClassInvocation
    void start() {
        page.writeFiles(folder);
        program = Served.program(folder.resolve("src"), jdk)
                .options("--jvm-arg", "-XX:StartFlightRecording:settings=profile")
                .options("--jvm-arg", "-XX:FlightRecorderOptions:repository=" + folder.resolve("recordings"))
                .start();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        program.close();
    }

    @AfterEach
    void backToTheOriginal() {
        program.undo("Counter.java", Save.IN_PLACE);
    }

    @Test
    void anExceptionShowsWhatThePageSays() {
        program.write("Counter.java", page.block("second save of Counter.java"), Save.IN_PLACE);
        List<String> expected = page.block("trace").lines().toList();
        Event first = program.shows(expected.get(0));
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            seen.add(next(first.index() + i));
        }

        assertThat(seen)
                .isEqualTo(expected.stream().map(StackTracesTest::unnumbered).toList());
    }

    @Test
    void eachMemberOfASaveIsExplainedAsThePageSays() {
        program.write("Counter.java", page.block("second save of Counter.java"), Save.IN_PLACE);

        List<Event.Member> members = program.patched().members();
        List<String> lines = new ArrayList<>();
        lines.add("subsecond: live in … ms: "
                + members.stream().map(Event.Member::name).collect(Collectors.joining(", ")));
        members.forEach(member -> lines.add("  live " + member.name() + ": " + member.cause()));
        assertThat(lines).isEqualTo(page.block("explained").lines().toList());
    }

    /** What the program writes; its other events do not count. */
    private String next(int from) {
        return unnumbered(
                program.log().await(from, "a line", e -> e.is("output")).text("line"));
    }

    @Test
    void bothStackApisShowTheFramesOfPatchedCode() {
        edit("""
                System.out.println(Thread.currentThread().getStackTrace()[1]);
                StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                        .forEach(f -> System.out.println(f.getDeclaringClass().getName() + " "
                                + f.getMethodName() + " " + f.getFileName() + " " + f.getLineNumber()));
                """);
        shows("app.Counter$$Hot.tick(Counter.java:12)");
        shows("app.Counter$$Hot tick Counter.java 14");
        shows("app.Counter tick Counter.java -1");
        shows("app.Main main Main.java 9");
    }

    @Test
    void executionSamplesShowThePatchedMethodAndLine() throws Exception {
        edit("""
                java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory.getThreadMXBean();
                for (long end = threads.getCurrentThreadCpuTime() + 1_000_000_000L; threads.getCurrentThreadCpuTime() < end; ) {
                    for (int i = 0; i < 1_000_000; i++) {
                        count = 31 * count + Integer.bitCount(i);
                    }
                }
                System.out.println("counted");
                """);
        shows("counted");
        Path file = folder.resolve("now.jfr");
        Process jcmd = new ProcessBuilder(
                        jdk.tool("jcmd").toString(), "" + program.child().pid(), "JFR.dump", "filename=" + file)
                .start();
        assertThat(Finished.await(jcmd, 60).code()).isZero();

        assertThat(samples(file)).contains("app.Counter$$Hot.tick 15");
    }

    private static List<String> samples(Path recording) throws Exception {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(e -> e.getEventType().getName().equals("jdk.ExecutionSample"))
                .map(e -> e.getStackTrace().getFrames().get(0))
                .map(StackTracesTest::frame)
                .distinct()
                .toList();
    }

    private static String frame(RecordedFrame f) {
        return unnumbered(
                f.getMethod().getType().getName() + "." + f.getMethod().getName() + " " + f.getLineNumber());
    }

    /** Makes {@code tick} do only what is said, from line 12 on. */
    private void edit(String body) {
        program.edit(Save.IN_PLACE, "Counter.java", "count += step;", body.strip());
    }

    private void shows(String line) {
        program.log()
                .await(
                        program.lastSave(),
                        "output like " + line,
                        e -> e.is("output") && unnumbered(e.text("line")).equals(line));
    }

    private static String unnumbered(String text) {
        return text.replaceAll(NUMBER, "\\$\\$Hot");
    }
}
