package dev.subsecond.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that a served program starts with its own class path, and that connect themselves. */
class GuestTest {

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
                            start(guests);
                        }
                        Thread.sleep(20);
                    }
                }

                static void start(int number) throws Exception {
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "app.Guest",
                            String.valueOf(number)).inheritIO().start();
                }
            }
            """;

    private static final String GUEST = """
            package app;

            public class Guest {
                public static void main(String[] args) throws Exception {
                    dev.subsecond.runtime.Devtools.connect();
                    ProcessHandle main = ProcessHandle.current().parent().get();
                    while (main.isAlive()) {
                        System.out.println("guest " + args[0] + " " + Words.text());
                        Thread.sleep(20);
                    }
                }
            }
            """;

    private static final String WORDS = """
            package app;

            class Words {
                static String text() {
                    return "one " + number();
                }

                static int number() {
                    return 1;
                }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Events events = new Events();

    @Test
    void followWhatTheProgramTakesAndCatchUpInOrderWhenTheyComeLater() throws Exception {
        Project project = new Project(directory.toRealPath().resolve("src"))
                .write("app.Main", MAIN)
                .write("app.Guest", GUEST)
                .write("app.Words", WORDS);
        ServeConfig config = project.config("app.Main")
                .programArgs(List.of(directory.toString()))
                .build();
        try (DevServer server = DevServer.start(config, events)) {
            events.next(ServeEvent.Connected.class);
            Files.createFile(directory.resolve("guest-1"));
            events.nextLine("guest 1 one 1");

            project.replace("app.Words", "\"one \"", "\"two \"");
            events.next(ServeEvent.Patched.class);
            events.nextLine("guest 1 two 1");
            project.replace("app.Words", "return 1", "return 2");
            events.next(ServeEvent.Patched.class);
            events.nextLine("guest 1 two 2");

            Files.createFile(directory.resolve("guest-2"));
            events.nextLine("guest 2 two 2");
            project.replace("app.Words", "return 2", "return 3");
            events.next(ServeEvent.Patched.class);
            events.nextLine("guest 2 two 3");
            assertThat(server).isNotNull();
        }
        assertThat(events.seen()).noneMatch(ServeEvent.Warning.class::isInstance);
        assertThat(events.seen()).noneMatch(ServeEvent.Rejected.class::isInstance);
    }
}
