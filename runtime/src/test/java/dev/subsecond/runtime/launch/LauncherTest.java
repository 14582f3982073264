package dev.subsecond.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.client.TestServer;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test runs a real program in a JVM of its own, on every JDK of the machine. */
@Timeout(180)
class LauncherTest {

    private static final String LAUNCHER = Launcher.class.getName();

    private static final String ECHO = """
            class Main {
                public static void main(String[] args) {
                    System.out.println(String.join("|", args) + " " + dev.subsecond.runtime.Subsecond.isEnabled()
                            + " " + Thread.currentThread().getName());
                    System.exit(args.length);
                }
            }
            """;

    private static final String WAIT = """
            class Main {
                public static void main(String[] args) throws Exception {
                    HOOK
                    System.out.println("started");
                    new java.util.concurrent.CountDownLatch(1).await();
                }
            }
            """;

    @TempDir
    Path folder;

    static Stream<Path> jdks() throws IOException {
        return Jdks.homes();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void runsMainWithItsArgumentsOnTheMainThread(Path jdk) throws Exception {
        TestServer server = TestServer.listen();
        ChildJvm child = start(jdk, ECHO, server, "a", "b c", "");
        assertThat(child.output().readLine()).isEqualTo("a|b c| true main");
        assertThat(child.exitCode()).isEqualTo(3);
        assertThat(child.errors()).isEmpty();
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void connectsWithWhatTheEnvironmentSays(Path jdk) throws Exception {
        TestServer server = TestServer.listen();
        ChildJvm child = start(jdk, WAIT.replace("HOOK", ""), server);
        WebSocket program = server.connection();
        Message.Hello hello = server.receive(Message.Hello.class);
        assertThat(hello.buildId()).isEqualTo("b1");
        assertThat(hello.pid()).isEqualTo(child.pid());
        assertThat(hello.javaVersion()).startsWith(Integer.toString(Jdks.version(jdk)));
        assertThat(hello.prepared()).isTrue();
        program.send(Messages.toJson(new Message.Welcome(1, "test", 0)));
        program.send(Messages.toJson(new Message.Shutdown()));
        assertThat(child.exitCode()).isZero();
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void programEndsAsItDoesWithoutUs(Path jdk) throws Exception {
        String source = """
                class Main {
                    public static void main(String[] args) throws Exception {
                        throw new java.io.IOException("thrown by main");
                    }
                }
                """;
        TestServer server = TestServer.listen();
        ChildJvm child = start(jdk, source, server);
        assertThat(child.exitCode()).isOne();
        assertThat(child.errors().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("Exception in thread \"main\" java.io.IOException: thrown by main"),
                        line -> assertThat(line).isEqualTo("\tat Main.main(Main.java:3)"),
                        line -> assertThat(line).contains(LAUNCHER + ".main("));
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void missingStubLeadsToTheSetUpOfTheProcessor(Path jdk) throws Exception {
        String source = """
                class Main {
                    public static void main(String[] args) {
                        throw new NoClassDefFoundError("app/GameHot");
                    }
                }
                """;
        TestServer server = TestServer.listen();
        ChildJvm child = start(jdk, source, server);
        assertThat(child.exitCode()).isOne();
        assertThat(child.errors()).contains("app.GameHot", "annotation processor", "docs/annotation-processing.md");
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void programLivesAsLongAsItsThreads(Path jdk) throws Exception {
        String source = """
                class Main {
                    public static void main(String[] args) {
                        Thread main = Thread.currentThread();
                        new Thread(() -> {
                            try {
                                main.join();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                            System.out.println("main is over");
                        }).start();
                    }
                }
                """;
        TestServer server = TestServer.listen();
        ChildJvm child = start(jdk, source, server);
        assertThat(child.output().readLine()).isEqualTo("main is over");
        assertThat(child.exitCode()).isZero();
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void failedInitialiserOfTheMainClassIsReportedAsJavaDoes(Path jdk) throws Exception {
        String source = """
                class Main {
                    static int one = 1 / Integer.parseInt("0");
                    public static void main(String[] args) {}
                }
                """;
        TestServer server = TestServer.listen();
        ChildJvm child = start(jdk, source, server);
        assertThat(child.exitCode()).isOne();
        assertThat(child.errors()).contains("ExceptionInInitializerError").contains("/ by zero");
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void lostServerEndsTheProgramAndRunsItsHooks(Path jdk) throws Exception {
        TestServer server = TestServer.listen();
        ChildJvm child = start(
                jdk,
                WAIT.replace(
                        "HOOK",
                        "Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(\"hook\")));"),
                server);
        assertThat(child.output().readLine()).isEqualTo("started");
        killConnection(server);
        assertThat(child.exitCode()).isEqualTo(Launcher.EXIT_SERVER_GONE);
        assertThat(child.output().readLine()).isEqualTo("hook");
        assertThat(child.errors()).contains("The program ends.");
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void hookThatHangsDoesNotKeepTheProgram(Path jdk) throws Exception {
        TestServer server = TestServer.listen();
        String hook = """
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        new java.util.concurrent.CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }));
                """;
        ChildJvm child = start(jdk, WAIT.replace("HOOK", hook), server);
        assertThat(child.output().readLine()).isEqualTo("started");
        killConnection(server);
        assertThat(child.exitCode()).isEqualTo(Launcher.EXIT_SERVER_GONE);
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void serverThatIsNotThereEndsTheProgram(Path jdk) throws Exception {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        ChildJvm.compile(folder, WAIT.replace("HOOK", ""), "--release", "17");
        ChildJvm child = ChildJvm.start(jdk, folder, environment("ws://127.0.0.1:" + freePort), LAUNCHER, "Main");
        assertThat(child.exitCode()).isEqualTo(Launcher.EXIT_SERVER_GONE);
        assertThat(child.errors()).contains("cannot be reached");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void refusedProgramRunsUnpatched(Path jdk) throws Exception {
        String source = """
                class Main {
                    public static void main(String[] args) throws Exception {
                        System.out.println("go on with " + System.in.read());
                    }
                }
                """;
        TestServer server = TestServer.listen();
        ChildJvm child = start(jdk, source, server);
        server.connection().send(Messages.toJson(new Message.Goodbye("this is another build")));
        assertThat(child.errorLine()).isEqualTo("Subsecond: this is another build. The program runs without patches.");
        child.input("x");
        assertThat(child.output().readLine()).isEqualTo("go on with 120");
        assertThat(child.exitCode()).isZero();
        server.shutDown();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void withoutItsEnvironmentTheProgramRunsUnpatched(Path jdk) throws Exception {
        ChildJvm.compile(folder, ECHO, "--release", "17");
        ChildJvm child = ChildJvm.start(jdk, folder, Map.of(), LAUNCHER, "Main");
        assertThat(child.output().readLine()).isEqualTo(" false main");
        assertThat(child.exitCode()).isZero();
        assertThat(child.errors())
                .isEqualTo("Subsecond: the environment variable SUBSECOND_DEVSERVER is not set;"
                        + " 'subsecond serve' sets it. The program runs without patches.");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingToRunIsSaidAsJavaDoes(Path jdk) throws Exception {
        ChildJvm.compile(folder, "class Main { private static void main(String[] args) {} }", "--release", "17");
        ChildJvm noMethod = ChildJvm.start(jdk, folder, Map.of(), LAUNCHER, "Main");
        assertThat(noMethod.exitCode()).isOne();
        assertThat(noMethod.errors()).contains("Error: Main method not found in class Main");
        ChildJvm noClass = ChildJvm.start(jdk, folder, Map.of(), LAUNCHER, "Nowhere");
        assertThat(noClass.exitCode()).isOne();
        assertThat(noClass.errors())
                .contains("Error: Could not find or load main class Nowhere")
                .contains("Caused by: java.lang.ClassNotFoundException: Nowhere");
        ChildJvm nothing = ChildJvm.start(jdk, folder, Map.of(), LAUNCHER);
        assertThat(nothing.exitCode()).isOne();
        assertThat(nothing.errors()).contains("Usage:");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void inheritedMainIsFound(Path jdk) throws Exception {
        assertThat(run(jdk, """
                        class Main extends Base {}
                        class Base {
                            public static void main(String... args) { System.out.println("base " + args.length); }
                        }
                        """)).isEqualTo("base 1");
    }

    @ParameterizedTest
    @MethodSource("flexibleJdks")
    void instanceMainIsFoundWhereJavaFindsIt(Path jdk) throws Exception {
        assertThat(run(jdk, "class Main { void main() { System.out.println(\"instance\"); } }"))
                .isEqualTo("instance");
        assertThat(run(jdk, """
                        class Main extends Base {
                            Main() { System.out.print("new "); }
                            static void main() { System.out.println("not me"); }
                        }
                        class Base {
                            void main(String[] args) { System.out.println(getClass().getName() + args.length); }
                        }
                        """)).isEqualTo("new Main1");
    }

    static Stream<Path> flexibleJdks() throws IOException {
        return Jdks.homes().filter(home -> Jdks.version(home) >= 25);
    }

    /** The first line a program prints that is started with one argument. */
    private String run(Path jdk, String source) throws Exception {
        ChildJvm.compile(folder, source, "--release", "17");
        ChildJvm child = ChildJvm.start(jdk, folder, Map.of(), LAUNCHER, "Main", "one");
        String line = child.output().readLine();
        assertThat(child.exitCode()).as(child.errors()).isZero();
        return line;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void programEndsWithTheServersProcessAlsoIfTheConnectionSaysNothing(Path jdk) throws Exception {
        Process killed = new ProcessBuilder("sleep", "600").start();
        Path serverFolder = Files.createDirectories(folder.resolve("subsecond-1-test/run-1/classes"));
        Files.writeString(serverFolder.resolve("A.class"), "a");
        TestServer server = TestServer.listen();
        Map<String, String> environment = new HashMap<>(environment(server.uri().toString()));
        environment.put("SUBSECOND_SERVER_PID", String.valueOf(killed.pid()));
        environment.put(
                "SUBSECOND_SERVER_FOLDER", folder.resolve("subsecond-1-test").toString());
        ChildJvm.compile(folder, WAIT.replace("HOOK", ""), "--release", "17");
        ChildJvm child = ChildJvm.start(jdk, folder, environment, LAUNCHER, "Main");
        server.connection();
        assertThat(child.output().readLine()).isEqualTo("started");
        killed.destroyForcibly().waitFor();
        assertThat(child.exitCode()).isEqualTo(Launcher.EXIT_SERVER_GONE);
        assertThat(folder.resolve("subsecond-1-test")).doesNotExist();
        server.shutDown();
    }

    private static void killConnection(TestServer server) throws Exception {
        WebSocket program = server.welcome();
        // Its answer shows that it waits for the next message: the JDK's client cannot see an end that comes sooner.
        program.send(Messages.toJson(new Message.Rollback(0)));
        server.receive(Message.Applied.class);
        program.closeConnection(1006, "killed");
    }

    private ChildJvm start(Path jdk, String source, TestServer server, String... arguments) throws IOException {
        ChildJvm.compile(folder, source, "--release", "17");
        String[] command =
                Stream.concat(Stream.of(LAUNCHER, "Main"), Stream.of(arguments)).toArray(String[]::new);
        return ChildJvm.start(jdk, folder, environment(server.uri().toString()), command);
    }

    private static Map<String, String> environment(String uri) {
        return Map.of("SUBSECOND_DEVSERVER", uri, "SUBSECOND_TOKEN", "secret", "SUBSECOND_BUILD_ID", "b1");
    }
}
