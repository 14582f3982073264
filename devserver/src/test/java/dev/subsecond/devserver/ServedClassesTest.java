package dev.subsecond.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are served from class files, which other compilers write. */
class ServedClassesTest {

    private static final String KOTLIN = """
            package app

            data class Point(val x: Int, val y: Int) {
                fun sum(): Int = x + y
            }

            fun kind(n: Int): String = when {
                n < 0 -> "negative"
                n == 0 -> "zero"
                else -> "positive"
            }

            fun greet(name: String): String = "hello $name"

            fun twice(f: (Int) -> Int): Int = f(f(3))

            fun added(): Int = twice { it + 1 }

            fun line(): String = "${greet("you")} ${kind(1)} ${Point(1, 2).sum()} ${added()}"

            fun main() {
                while (true) {
                    println(line())
                    Thread.sleep(20)
                }
            }
            """;

    private static final String MAIN = """
            package app;
            public class Main {
                public static void main(String[] args) throws Exception {
                    while (true) {
                        System.out.println(text());
                        Thread.sleep(20);
                    }
                }
                static String text() { return Words.hello(); }
            }
            """;
    private static final String WORDS = "package app; class Words { static String hello() { return \"hello\"; } }";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Project sources;

    @SuppressWarnings("NullAway.Init")
    private Path classes;

    private final Events events = new Events();
    private @Nullable DevServer server;

    @BeforeEach
    void prepare() throws Exception {
        folder = folder.toRealPath();
        sources = new Project(folder.resolve("src"));
        classes = Files.createDirectories(folder.resolve("out"));
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private void serve(Path directory, String mainClass, List<Path> libraries) throws Exception {
        ServeConfig config = sources.config(mainClass)
                .sources(List.of())
                .classes(List.of(directory))
                .classpath(libraries)
                .build();
        server = DevServer.start(config, events);
        events.next(ServeEvent.Connected.class);
    }

    private void serveJava() throws Exception {
        javac(MAIN, WORDS, classes);
        serve(classes, "app.Main", List.of());
        events.nextLine("hello");
    }

    private void javac(String main, String words, Path to) throws Exception {
        sources.write("app.Main", main).write("app.Words", words);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        to.toString(),
                        sources.file("app.Main").toString(),
                        sources.file("app.Words").toString());
        assertThat(code).isZero();
    }

    private byte[] compiledWords(String words) throws Exception {
        Path aside = Files.createDirectories(folder.resolve("aside"));
        javac(MAIN, words, aside);
        return Files.readAllBytes(aside.resolve("app/Words.class"));
    }

    private Path words() {
        return classes.resolve("app/Words.class");
    }

    /** The program may be just in one of the methods: then that call of it is the last with the old code. */
    private ServeEvent.Patched live() throws Exception {
        ServeEvent.Patched patched = events.next(ServeEvent.Patched.class);
        assertThat(patched.members())
                .isNotEmpty()
                .allMatch(member -> member.verdict().startsWith("live"), "is live");
        return patched;
    }

    @Test
    void kotlinFunctionsLambdasDataClassesAndWhensGoLive() throws Exception {
        KotlinOutput kotlin = new KotlinOutput(folder);
        kotlin.compile(KOTLIN);
        serve(kotlin.classes(), "app.MainKt", KotlinOutput.library());
        events.nextLine("hello you positive 3 5");

        String function = KOTLIN.replace("hello $name", "hi $name");
        kotlin.compile(function);
        assertThat(live().members())
                .singleElement()
                .satisfies(member -> assertThat(member.name()).contains("greet"));
        events.nextLine("hi you positive 3 5");

        String lambda = function.replace("it + 1", "it * 10");
        kotlin.compile(lambda);
        live();
        events.nextLine("hi you positive 3 300");

        String method = lambda.replace("x + y", "x + y + 4");
        kotlin.compile(method);
        assertThat(live().members())
                .singleElement()
                .satisfies(member -> assertThat(member.name()).contains("Point.sum"));
        events.nextLine("hi you positive 7 300");

        String branch = method.replace("else ->", "n > 0 -> \"plus\"\n    else ->");
        kotlin.compile(branch);
        live();
        events.nextLine("hi you plus 7 300");
    }

    @Test
    void aHalfWrittenClassFileIsNotTakenAndTheWholeOneIs() throws Exception {
        serveJava();
        byte[] next = compiledWords(WORDS.replace("hello\"", "whole\""));

        Files.write(words(), Arrays.copyOf(next, next.length / 2));
        ServeEvent.CompileError error = events.next(ServeEvent.CompileError.class);
        assertThat(error.diagnostics())
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("only a part"));
        assertThat(error.diagnostics().get(0).file()).isEqualTo(words().toString());
        Files.write(words(), next);

        assertThat(live().files()).containsExactly(words());
        events.nextLine("whole");
    }

    @Test
    void aCleanIsWaitedForUntilTheBuildHasWrittenAllAgain() throws Exception {
        serveJava();

        delete(classes);
        assertThat(events.next(ServeEvent.CompileError.class)
                        .diagnostics()
                        .get(0)
                        .message())
                .contains("main class app.Main is gone");
        assertThat(events.seen()).noneMatch(ServeEvent.Patched.class::isInstance);
        javac(MAIN, WORDS.replace("hello\"", "rebuilt\""), classes);

        assertThat(live().members()).hasSize(1);
        events.nextLine("rebuilt");
    }

    @Test
    void classesThatOnlyGoTogetherAreTakenTogether() throws Exception {
        serveJava();
        Path aside = Files.createDirectories(folder.resolve("aside"));
        javac(MAIN.replace("Words.hello()", "Words.more()"), WORDS.replace("hello()", "more()"), aside);

        Files.copy(
                aside.resolve("app/Main.class"),
                classes.resolve("app/Main.class"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(events.next(ServeEvent.CompileError.class)
                        .diagnostics()
                        .get(0)
                        .message())
                .contains("app.Main needs the member app.Words.more()");
        Files.write(words(), Files.readAllBytes(aside.resolve("app/Words.class")));

        ServeEvent.Patched patched = events.next(ServeEvent.Patched.class);
        assertThat(patched.files()).containsExactly(classes.resolve("app/Main.class"), words());
        assertThat(events.seen().stream().filter(ServeEvent.Patched.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aDirectoryWithoutClassFilesIsAProblem() {
        ServeException problem = org.assertj.core.api.Assertions.catchThrowableOfType(
                ServeException.class, () -> serve(classes, "app.Main", List.of()));

        assertThat(problem.problem()).isEqualTo(Problem.NO_SOURCES);
        assertThat(problem).hasMessageContaining("no .class file in " + classes);
    }

    private static void delete(Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
