package dev.subsecond.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that runs the classes of the served build as javac wrote them and connects by itself, beside the prepared program:
 * each gets patches that are linked for it.
 */
class UnpreparedGuestTest {

    private static final String MAIN = """
            package app;

            import java.nio.file.*;

            public class Main {
                public static void main(String[] args) throws Exception {
                    int guests = 0;
                    while (true) {
                        System.out.println("main " + Words.text());
                        if (Files.exists(Path.of(args[0], "guest-" + (guests + 1)))) {
                            guests++;
                            start(args[1], guests);
                        }
                        Thread.sleep(20);
                    }
                }

                static void start(String classes, int number) throws Exception {
                    String own = System.getProperty("java.class.path");
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            classes + own.substring(own.indexOf(java.io.File.pathSeparator)),
                            "app.Guest",
                            String.valueOf(number)).inheritIO().start();
                }
            }
            """;

    private static final String GUEST = """
            package app;

            import dev.subsecond.annotations.Hot;

            public class Guest {
                public static void main(String[] args) throws Exception {
                    dev.subsecond.runtime.Devtools.connect();
                    ProcessHandle main = ProcessHandle.current().parent().get();
                    while (main.isAlive()) {
                        System.out.println("guest " + args[0] + " " + GuestHot.line() + " direct " + line());
                        Thread.sleep(20);
                    }
                }

                @Hot static String line() { return "<" + Words.text() + ">"; }
            }
            """;

    private static final String STUB = """
            package app;

            import dev.subsecond.runtime.HotFn0;
            import dev.subsecond.runtime.link.StubLinker;
            import java.lang.invoke.MethodHandles;
            import java.lang.invoke.MethodType;

            final class GuestHot {
                static final HotFn0<String> LINE = HotFn0.of(StubLinker.link(
                        MethodHandles.lookup(), Guest.class, "line", MethodType.methodType(String.class), true));

                static String line() { return LINE.call(); }
            }
            """;

    private static final String WORDS = """
            package app;

            class Words {
                static String text() {
                    return "one " + number();
                }

                private static int number() {
                    return 1;
                }

                static String idle() {
                    return "idle";
                }
            }
            """;

    private static final String HOT = "package dev.subsecond.annotations;\n\npublic @interface Hot {}\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Events events = new Events();

    @Test
    void getsPatchesOfItsOwnFromTheFirstOneItMissedOn() throws Exception {
        Project project = new Project(directory.toRealPath().resolve("src"))
                .write("dev.subsecond.annotations.Hot", HOT)
                .write("app.Main", MAIN)
                .write("app.Guest", GUEST)
                .write("app.GuestHot", STUB)
                .write("app.Words", WORDS);
        Path classes = compiled(project);
        ServeConfig config = project.config("app.Main")
                .programArgs(List.of(directory.toString(), classes.toString()))
                .build();
        try (DevServer server = DevServer.start(config, events)) {
            long main = events.next(ServeEvent.Connected.class).pid();
            project.replace("app.Words", "\"one \"", "\"two \"");
            events.nextLine("main two 1");

            Files.createFile(directory.resolve("guest-1"));
            long guest = events.next(ServeEvent.Connected.class).pid();
            assertThat(guest).isNotEqualTo(main);
            ServeEvent.Patched missed = events.next(ServeEvent.Patched.class, p -> p.pid() == guest);
            assertThat(missed.carried())
                    .containsExactly(new ServeEvent.Carried("app.Guest.line()", "it leads to app.Words.text()"));
            events.nextLine("guest 1 <two 1> direct <one 1>");

            project.replace("app.Words", "return 1", "return 2");
            ServeEvent.Patched patched = events.next(ServeEvent.Patched.class, p -> p.pid() == guest);
            ServeEvent.Member number = member(patched, "app.Words.number()");
            assertThat(number.verdict()).isEqualTo("live");
            assertThat(number.cause()).isEqualTo("its body changed");
            assertThat(number.notes())
                    .contains("live in calls of app.Guest.line() through stubs and closures")
                    .anyMatch(n -> n.contains("app.Guest.main(String[]) calls app.Guest.line() itself, not its stub"));
            events.nextLine("guest 1 <two 2> direct <one 1>");
            events.nextLine("main two 2");

            project.replace("app.Words", "\"idle\"", "\"busy\"");
            ServeEvent.Warning unreached = events.next(
                    ServeEvent.Warning.class,
                    w -> w.message().startsWith("Process " + guest + ", which was not prepared"));
            assertThat(unreached.message())
                    .contains("does not run the new app.Words.idle(): no code of the program calls it");

            project.write("app.Words", WORDS);
            events.next(ServeEvent.Patched.class, p -> p.pid() == guest);
            events.nextLine("guest 1 <one 1> direct <one 1>");
            assertThat(server).isNotNull();
        }
        assertThat(events.seen()).noneMatch(ServeEvent.Rejected.class::isInstance);
        assertThat(events.seen())
                .as("the process was told by itself who passes its stub by")
                .anyMatch(e -> e instanceof ServeEvent.Output o
                        && o.line().contains("app.Guest.main(String[]) calls app.Guest.line() itself, not its stub"));
    }

    private static ServeEvent.Member member(ServeEvent.Patched patched, String name) {
        return patched.members().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + patched.members()));
    }

    /** What a build that knows nothing of patches would leave. */
    private Path compiled(Project project) throws Exception {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        String classpath = String.join(
                java.io.File.pathSeparator,
                Project.runtime().stream().map(Path::toString).toList());
        List<String> arguments =
                new java.util.ArrayList<>(List.of("-g", "-proc:none", "-d", classes.toString(), "-cp", classpath));
        try (Stream<Path> files = Files.walk(project.sources())) {
            files.filter(f -> f.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        assertThat(javac.run(null, null, null, arguments.toArray(String[]::new)))
                .as("javac's exit code")
                .isZero();
        return classes;
    }
}
