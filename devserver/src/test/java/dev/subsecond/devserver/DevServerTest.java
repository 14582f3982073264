package dev.subsecond.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        events.nextLine("goodbye");
    }
}
