package dev.subsecond.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkTimings;
import dev.subsecond.thinlink.Linker;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.ThinLinker;
import dev.subsecond.thinlink.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevServerTest {

    private static final String LOOP = """
            package app;

            public class Main {
                static int count;

                public static void main(String[] args) throws Exception {
                    while (true) {
                        System.out.println(text() + (count < 0 ? "!" : ""));
                        count++;
                        Thread.sleep(20);
                    }
                }

                static String text() {
                    return Words.hello();
                }
            }
            """;

    private static final String WORDS = """
            package app;

            class Words {
                static String hello() {
                    return "hello";
                }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Events events = new Events();

    @SuppressWarnings("NullAway.Init")
    private Project project;

    private @Nullable DevServer server;

    @BeforeEach
    void twoClasses() throws Exception {
        project = new Project(directory.toRealPath().resolve("src"));
        project.write("app.Main", LOOP).write("app.Words", WORDS);
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private void serve() throws Exception {
        server = DevServer.start(project.config("app.Main").build(), events);
        events.next(ServeEvent.Connected.class);
    }

    @Test
    void aSavedEditGoesLive() throws Exception {
        serve();
        events.nextLine("hello");

        project.replace("app.Words", "\"hello\"", "\"goodbye\"");

        ServeEvent.Patched patched = events.next(ServeEvent.Patched.class);
        assertThat(patched.files()).containsExactly(project.file("app.Words"));
        assertThat(patched.members()).extracting(ServeEvent.Member::verdict).containsExactly("live");
        assertThat(patched.timings().total())
                .isGreaterThan(patched.timings().compile() + patched.timings().link());
        ServeEvent.Live live = events.next(ServeEvent.Live.class);
        assertThat(live.sequence()).isEqualTo(patched.sequence());
        assertThat(live.total()).isGreaterThanOrEqualTo(patched.timings().total());
        events.nextLine("goodbye");
    }

    @Test
    void aFileRenamedIntoPlaceGoesLive() throws Exception {
        serve();

        project.writeThenRename("app.Words", WORDS.replace("hello\"", "renamed\""));

        events.nextLine("renamed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 100})
    void twoFilesThatCompileOnlyTogetherAreOnePatch(int millisApart) throws Exception {
        serve();

        project.replace("app.Words", "hello()", "hello(String name)");
        stimulus(millisApart);
        project.replace("app.Main", "Words.hello()", "Words.hello(\"x\") + 2");

        ServeEvent.Patched patched = events.next(ServeEvent.Patched.class);
        events.nextLine("hello2");
        assertThat(patched.files()).containsExactlyInAnyOrder(project.file("app.Main"), project.file("app.Words"));
        assertThat(events.seen()).noneMatch(ServeEvent.CompileError.class::isInstance);
        assertThat(events.seen().stream().filter(ServeEvent.Patched.class::isInstance))
                .hasSize(1);
    }

    @Test
    void anErrorIsShownWithItsPlaceAndItsCorrectionGoesLive() throws Exception {
        serve();

        project.replace("app.Words", "\"hello\";", "\"oops\"");

        ServeEvent.CompileError error = events.next(ServeEvent.CompileError.class);
        assertThat(error.diagnostics()).hasSize(1);
        ServeEvent.SourceDiagnostic diagnostic = error.diagnostics().get(0);
        assertThat(diagnostic.file()).isEqualTo(project.file("app.Words").toString());
        assertThat(diagnostic.line()).isEqualTo(5);
        assertThat(diagnostic.column()).isPositive();
        assertThat(diagnostic.message()).contains("';' expected");
        assertThat(diagnostic.rendered()).contains("return \"oops\"").contains("^");

        project.replace("app.Words", "\"oops\"", "\"fixed\";");

        events.next(ServeEvent.Patched.class);
        events.nextLine("fixed");
    }

    @Test
    void anErrorThatIsTakenBackIsResolved() throws Exception {
        serve();
        project.replace("app.Words", "\"hello\";", "\"oops\"");
        events.next(ServeEvent.CompileError.class);

        project.write("app.Words", WORDS);

        assertThat(events.next(ServeEvent.Unchanged.class).files()).containsExactly(project.file("app.Words"));
    }

    @Test
    void aFileWrittenInTwoHalvesShowsNoError() throws Exception {
        serve();
        String next = WORDS.replace("hello\"", "whole\"");

        project.write("app.Words", "");
        stimulus(20);
        project.write("app.Words", next.substring(0, next.length() / 2));
        stimulus(60);
        project.write("app.Words", next);

        events.nextLine("whole");
        assertThat(events.seen()).noneMatch(ServeEvent.CompileError.class::isInstance);
    }

    @Test
    void theSameContentAgainIsNoEvent() throws Exception {
        serve();

        project.write("app.Words", WORDS);
        project.write("app.Main", LOOP.replace("text()", "text() + 3"));

        assertThat(events.next(ServeEvent.Change.class).files()).doesNotContain(project.file("app.Words"));
    }

    @Test
    void aDeletedFileThatIsNeededIsAnErrorUntilItComesBack() throws Exception {
        serve();

        Files.delete(project.file("app.Words"));

        assertThat(events.next(ServeEvent.CompileError.class)
                        .diagnostics()
                        .get(0)
                        .file())
                .isEqualTo(project.file("app.Main").toString());
        project.write("app.Words", WORDS.replace("hello\"", "back\""));
        events.nextLine("back");
    }

    @Test
    void aFileThatIsRemovedBeforeItIsWrittenAgainIsNotDeleted() throws Exception {
        serve();

        Files.delete(project.file("app.Words"));
        stimulus(30);
        project.write("app.Words", WORDS.replace("hello\"", "again\""));

        events.nextLine("again");
        assertThat(events.seen()).noneMatch(ServeEvent.CompileError.class::isInstance);
    }

    @Test
    void aNewFileInANewDirectoryIsUsedByTheNextPatch() throws Exception {
        serve();

        project.write(
                "app.more.Fresh",
                "package app.more; public class Fresh { public static String s() { return \"fresh\"; } }");
        project.replace("app.Words", "\"hello\"", "app.more.Fresh.s()");

        events.nextLine("fresh");
    }

    @Test
    void theProgramsLoopCannotBeReplacedWhileItRuns() throws Exception {
        serve();
        events.nextLine("hello");

        project.replace("app.Main", "Thread.sleep(20)", "Thread.sleep(21)");

        ServeEvent.Patched patched = events.next(ServeEvent.Patched.class);
        assertThat(patched.members()).hasSize(1);
        assertThat(patched.members().get(0).verdict()).isEqualTo("unreached");
        assertThat(patched.members().get(0).reason()).contains("Subsecond.call");
    }

    @Test
    void aRestartRunsTheNewestSourcesInANewProcess() throws Exception {
        serve();
        long before = events.seen().stream()
                .filter(ServeEvent.Started.class::isInstance)
                .map(event -> ((ServeEvent.Started) event).pid())
                .findFirst()
                .orElseThrow();
        project.replace("app.Words", "\"hello\"", "\"second\"");
        events.nextLine("second");

        Objects.requireNonNull(server).restart();

        events.next(ServeEvent.Restarting.class);
        assertThat(events.next(ServeEvent.Started.class).pid()).isNotEqualTo(before);
        assertThat(ProcessHandle.of(before)).isEmpty();
        events.next(ServeEvent.Connected.class);
        project.replace("app.Words", "\"second\"", "\"third\"");
        events.nextLine("third");
    }

    /** A linker that answers each save with what it is given. */
    private record FakeLinker(Supplier<LinkResult> answer) implements Linker {

        @Override
        public LinkResult link(long sequence, Changes changes) {
            return answer.get();
        }

        @Override
        public void applied(long sequence) {}

        @Override
        public void rejected(long sequence) {}

        @Override
        public void rolledBack(long sequence) {}
    }

    @Test
    void aRollbackTakesBackEditsAndTheNextSaveBringsThemAgain() throws Exception {
        server = DevServer.start(project.config("app.Main").build(), events);
        events.next(ServeEvent.Connected.class);
        project.replace("app.Words", "\"hello\"", "\"one\"");
        events.nextLine("one");
        project.replace("app.Words", "\"one\"", "\"two\"");
        events.nextLine("two");

        server.rollback(1);
        assertThat(events.next(ServeEvent.RolledBack.class).generation()).isEqualTo(1);
        events.nextLine("one");
        server.rollback(0);
        assertThat(events.next(ServeEvent.RolledBack.class).generation()).isZero();
        events.nextLine("hello");

        project.replace("app.Words", "\"two\"", "\"two\"");
        ServeEvent.Patched again = events.next(ServeEvent.Patched.class);
        assertThat(again.generation()).isEqualTo(5);
        assertThat(again.members())
                .singleElement()
                .satisfies(member -> assertThat(member.name()).contains("Words"));
        events.nextLine("two");
        project.replace("app.Words", "\"two\"", "\"hello\"");
        events.nextLine("hello");
    }

    @Test
    void aRollbackToWhereTheProgramNeverWasIsAnswered() throws Exception {
        server = DevServer.start(project.config("app.Main").build(), events);
        events.next(ServeEvent.Connected.class);
        server.rollback(7);
        assertThat(events.next(ServeEvent.Warning.class).message())
                .contains("did not go back to generation 7")
                .contains("0 to 0");
        project.replace("app.Words", "\"hello\"", "\"one\"");
        events.nextLine("one");
    }

    @Test
    void aLinkerThatFailsIsSaidByNameAndTheNextSaveGoesOn() throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        server = DevServer.start(
                project.config("app.Main")
                        .linker((buildId, image, libraries) -> new FaultyLinker(
                                new ThinLinker(buildId, image, libraries),
                                changes -> failed.compareAndSet(false, true)))
                        .build(),
                events);
        events.next(ServeEvent.Connected.class);

        project.replace("app.Words", "\"hello\"", "\"one\"");
        ServeEvent.Member refused =
                events.next(ServeEvent.Refused.class).members().get(0);
        assertThat(refused.token()).isEqualTo("LinkerFault");
        assertThat(refused.reason()).contains("a fault");
        Matcher file = Pattern.compile("is in (\\S+\\.zip);").matcher(refused.reason());
        assertThat(file.find()).as(refused.reason()).isTrue();
        Files.delete(Path.of(file.group(1)));

        project.replace("app.Words", "\"one\"", "\"two\"");
        events.nextLine("two");
    }

    @Test
    void whatTheLinkerDropsIsNeverSaidToBeLive() throws Exception {
        MemberVerdict verdict = new MemberVerdict(
                "app.Words.hello()", "app.Words", Verdict.REFUSED, "Dropped", "by this test", List.of(), "", "");
        Duration none = Duration.ZERO;
        Linker dropping = new FakeLinker(
                () -> new LinkResult(Optional.empty(), List.of(verdict), List.of(), new LinkTimings(none, none, none)));
        server = DevServer.start(
                project.config("app.Main")
                        .linker((buildId, image, libraries) -> dropping)
                        .build(),
                events);
        events.next(ServeEvent.Connected.class);

        project.replace("app.Words", "\"hello\"", "\"dropped\"");

        ServeEvent.Refused refused = events.next(ServeEvent.Refused.class);
        assertThat(refused.files()).containsExactly(project.file("app.Words"));
        assertThat(refused.members()).extracting(ServeEvent.Member::token).containsExactly("Dropped");
        assertThat(events.seen()).noneMatch(ServeEvent.Patched.class::isInstance);
    }

    @Test
    void aSaveBeforeTheProgramHasConnectedGoesLiveWhenItHas() throws Exception {
        server = DevServer.start(project.config("app.Main").build(), events);
        project.replace("app.Words", "\"hello\"", "\"early\"");

        events.nextLine("early");
    }

    /** Lets time pass as a hand or an editor would; nothing is waited for. */
    private static void stimulus(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
