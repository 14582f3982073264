package dev.subsecond.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServerTest {

    private static final String ENDLESS =
            "package app; public class Main { public static void main(String[] a) throws Exception"
                    + " { Thread.sleep(1_000_000); } }";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** A server in a JVM of its own: prints the number of its program's process once that is connected. */
    static final class Server {

        private Server() {}

        public static void main(String[] arguments) throws Exception {
            Events events = new Events();
            DevServer server = DevServer.start(
                    new Project(Path.of(arguments[0])).config("app.Main").build(), events);
            long pid = events.next(ServeEvent.Started.class).pid();
            events.next(ServeEvent.Connected.class);
            System.out.println(pid);
            new CountDownLatch(1).await();
            server.close();
        }
    }

    private Process start(Path temporary) throws Exception {
        Project project = new Project(directory.resolve("src")).write("app.Main", ENDLESS);
        Files.createDirectories(temporary);
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        project.sources().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle program(Process server) throws Exception {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        return ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    }

    private static List<Path> children(Path folder) throws Exception {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> child.getFileName().toString().startsWith("subsecond-"))
                    .toList();
        }
    }

    @Test
    void aKilledServerTakesItsProgramAlongWhichCleansUp() throws Exception {
        Path temporary = directory.resolve("tmp");
        Process server = start(temporary);
        ProcessHandle program = program(server);

        server.destroyForcibly().waitFor();

        program.onExit().get(30, TimeUnit.SECONDS);
        assertThat(children(temporary)).isEmpty();
    }

    @Test
    void aServerThatIsAskedToEndLeavesNothing() throws Exception {
        Path temporary = directory.resolve("tmp");
        Process server = start(temporary);
        ProcessHandle program = program(server);

        server.destroy();
        server.waitFor();

        assertThat(program.isAlive()).isFalse();
        assertThat(children(temporary)).isEmpty();
    }
}
