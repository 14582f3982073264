package dev.subsecond.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLifeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Events events = new Events();

    private Project project() throws Exception {
        return new Project(Files.createDirectories(directory.toRealPath().resolve("my src")));
    }

    private static List<Path> runFolders() throws Exception {
        try (Stream<Path> children = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return children.filter(child -> child.getFileName()
                            .toString()
                            .startsWith("subsecond-" + ProcessHandle.current().pid() + "-"))
                    .toList();
        }
    }

    @Test
    void argumentsResourcesOutputAndExitCodeAreTheProgramsOwn() throws Exception {
        Project project = project();
        project.write("app.Main", """
                package app;
                public class Main {
                    public static void main(String[] args) throws Exception {
                        System.out.println(String.join(",", args) + System.getProperty("p"));
                        System.err.println(new String(Main.class.getResourceAsStream("text.txt").readAllBytes()));
                        System.out.println(System.in.read());
                        System.exit(7);
                    }
                }
                """);
        Files.writeString(project.sources().resolve("app/text.txt"), "resource");

        try (DevServer server = DevServer.start(
                project.config("app.Main")
                        .programArgs(List.of("a b", "", "c"))
                        .jvmArgs(List.of("-Dp=!"))
                        .build(),
                events)) {
            assertThat(server.awaitExit()).isEqualTo(7);
        }

        ServeEvent.Exited exited = events.next(ServeEvent.Exited.class);
        assertThat(exited.code()).isEqualTo(7);
        assertThat(events.seen().stream()
                        .filter(ServeEvent.Output.class::isInstance)
                        .map(ServeEvent.Output.class::cast)
                        .map(output -> output.stream() + " " + output.line()))
                .containsExactlyInAnyOrder("stdout a b,,c!", "stderr resource", "stdout -1");
        assertThat(runFolders()).isEmpty();
    }

    @Test
    void closingEndsTheProgramAndLeavesNothing() throws Exception {
        Project project = project();
        project.write(
                "app.Main",
                "package app; public class Main { public static void main(String[] a) throws Exception"
                        + " { Thread.sleep(1_000_000); } }");
        DevServer server = DevServer.start(project.config("app.Main").build(), events);
        long pid = events.next(ServeEvent.Started.class).pid();
        events.next(ServeEvent.Connected.class);

        server.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(runFolders()).isEmpty();
        assertThat(server.awaitExit()).isNotZero();
    }

    @Test
    void noMainMethodNamesTheClassesThatHaveOne() throws Exception {
        Project project = project();
        project.write("app.A", "package app; public class A { public static void main(String[] a) { } }");
        project.write("app.B", "package app; class B extends A { }");
        project.write("app.C", "package app; class C { private static void main(String[] a) { } }");

        ServeException problem = problem(project.config("app.C").build());

        assertThat(problem.problem()).isEqualTo(Problem.NO_MAIN_CLASS);
        assertThat(problem).hasMessageContaining("app.C has no main method").hasMessageContaining("app.A, app.B");
        assertThat(problem(project.config("app.Missing").build()))
                .hasMessageContaining("There is no class app.Missing");
    }

    @Test
    void sourcesThatDoNotCompileAreAProblemWithItsPlace() throws Exception {
        Project project = project();
        project.write("app.A", "package app; class A { int x = \"\"; }");

        ServeException problem = problem(project.config("app.A").build());

        assertThat(problem.problem()).isEqualTo(Problem.COMPILE_FAILED);
        assertThat(problem.diagnostics()).hasSize(1);
        assertThat(problem.diagnostics().get(0).rendered()).contains("A.java:1: error: incompatible types");
    }

    @Test
    void anOptionThatJavacDoesNotKnowIsAProblemThatNamesIt() throws Exception {
        Project project = project();
        project.write("app.A", "package app; class A { }");

        ServeException problem = problem(project.config("app.A")
                .javacOptions(List.of("--no-such-option"))
                .build());

        assertThat(problem.problem()).isEqualTo(Problem.COMPILE_FAILED);
        assertThat(problem.diagnostics().get(0).message()).contains("--no-such-option");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        Project project = project();
        Path missing = directory.resolve("missing");

        assertThat(problem(project.config("app.A").build()).problem()).isEqualTo(Problem.NO_SOURCES);
        assertThat(problem(project.config("app.A").sources(List.of(missing)).build()))
                .hasMessageContaining(missing + " does not exist")
                .extracting(ServeException::problem)
                .isEqualTo(Problem.MISSING_DIRECTORY);
        assertThat(problem(project.config("app.A").classpath(List.of(missing)).build())
                        .problem())
                .isEqualTo(Problem.MISSING_DIRECTORY);
    }

    private ServeException problem(ServeConfig config) {
        return catchThrowableOfType(ServeException.class, () -> DevServer.start(config, events));
    }
}
