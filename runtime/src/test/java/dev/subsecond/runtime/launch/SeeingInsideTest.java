package dev.subsecond.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.client.TestServer;
import dev.subsecond.runtime.wire.Message;
import dev.subsecond.runtime.wire.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Point 11 of the runtime's promises: what a flight recording, the bean and the dump show of a program that takes one patch and refuses another. */
@Timeout(180)
class SeeingInsideTest {

    private static final String PROGRAM = """
            import dev.subsecond.runtime.*;
            import dev.subsecond.runtime.link.StubLinker;
            import dev.subsecond.runtime.observe.Observers;
            import java.lang.invoke.*;
            import java.lang.management.ManagementFactory;
            import javax.management.*;
            import javax.management.openmbean.CompositeData;

            public class Main {
                static int tick() { return 1; }

                public static void main(String[] args) throws Exception {
                    System.out.println(Stubs.TICK.call());
                    while (System.in.read() == 'b') {
                        bean();
                    }
                    Observers.scopeRestarted("Main.tick()", 1);
                }

                static void bean() throws Exception {
                    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
                    ObjectName name = new ObjectName("dev.subsecond:type=Subsecond");
                    StringBuilder text = new StringBuilder();
                    text.append(beans.getAttribute(name, "Generation"));
                    for (CompositeData f : (CompositeData[]) beans.getAttribute(name, "Functions")) {
                        text.append("; ").append(f.get("name")).append(' ').append(f.get("pointer")).append(' ')
                                .append(f.get("version"));
                    }
                    for (CompositeData g : (CompositeData[]) beans.getAttribute(name, "History")) {
                        text.append("; ").append(g.get("number")).append(' ').append(g.get("sequence")).append(' ')
                                .append(String.join(",", (String[]) g.get("functions")));
                    }
                    System.out.println(text);
                }
            }

            class Stubs {
                static final HotFn0<Integer> TICK = HotFn0.of(StubLinker.link(
                        MethodHandles.lookup(), Main.class, "tick", MethodType.methodType(int.class), true));
            }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path patchFolder;

    static Stream<Path> jdks() throws IOException {
        return Jdks.homes();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void recordingBeanAndDumpShowWhatHappened(Path jdk) throws Exception {
        Path dump = folder.resolve("dump");
        Path recording = folder.resolve("program.jfr");
        TestServer server = TestServer.listen();
        ChildJvm.compile(folder, PROGRAM, "--release", "17");
        ChildJvm child = ChildJvm.start(
                jdk,
                folder,
                environment(server),
                "-Dsubsecond.dump=" + dump,
                "-XX:StartFlightRecording:filename=" + recording,
                Launcher.class.getName(),
                "Main");
        WebSocket program = server.welcome();
        MainPatch patch = tick(1);
        program.send(Messages.toJson(patch.write()));
        server.receive(Message.Applied.class);
        program.send(Messages.toJson(tick(2).build("b2").write()));
        server.receive(Message.Rejected.class);
        // Its first line is JFR's own or the program's; the bean's begins with the generation.
        child.input("b");
        assertThat(child.output().lines().filter(line -> line.contains("; ")).findFirst())
                .contains("1; Main.tick() " + patch.pointer(0) + " 1; 0 0 ; 1 1 Main.tick()");
        child.input("q");
        assertThat(child.exitCode()).isZero();
        server.shutDown();

        assertThat(Files.readAllBytes(dump.resolve("Main$$Hot1.class")))
                .isEqualTo(Files.readAllBytes(patchFolder.resolve("Main$$Hot1.class")));
        List<RecordedEvent> events = RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.subsecond."))
                .toList();
        assertThat(events)
                .extracting(event -> event.getEventType().getName())
                .containsExactlyInAnyOrder(
                        "dev.subsecond.PatchApplied", "dev.subsecond.PatchRejected", "dev.subsecond.ScopeRestarted");
        RecordedEvent applied = event(events, "PatchApplied");
        assertThat(applied.getLong("generation")).isEqualTo(1);
        assertThat(applied.getLong("sequence")).isEqualTo(1);
        assertThat(applied.getInt("functionCount")).isEqualTo(1);
        assertThat(applied.getString("functions")).isEqualTo("Main.tick()");
        assertThat(applied.getDuration("verify")).isPositive();
        assertThat(applied.getDuration("commit")).isPositive();
        RecordedEvent rejected = event(events, "PatchRejected");
        assertThat(rejected.getLong("sequence")).isEqualTo(2);
        assertThat(rejected.getString("reason")).isEqualTo("WRONG_BUILD");
        assertThat(rejected.getString("message")).contains("b2");
        RecordedEvent restarted = event(events, "ScopeRestarted");
        assertThat(restarted.getLong("generation")).isEqualTo(1);
        assertThat(restarted.getString("staleFunction")).isEqualTo("Main.tick()");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void programWithoutTheModulesOfJfrAndManagementIsPatchedAllTheSame(Path jdk) throws Exception {
        TestServer server = TestServer.listen();
        ChildJvm.compile(folder, PROGRAM, "--release", "17");
        ChildJvm child = ChildJvm.start(
                jdk,
                folder,
                environment(server),
                "--limit-modules",
                "java.net.http,java.logging,java.xml,jdk.unsupported",
                Launcher.class.getName(),
                "Main");
        WebSocket program = server.welcome();
        program.send(Messages.toJson(tick(1).write()));
        assertThat(server.receive(Message.Applied.class).generation()).isEqualTo(1);
        program.send(Messages.toJson(tick(2).build("b2").write()));
        server.receive(Message.Rejected.class);
        program.send(Messages.toJson(tick(3).write()));
        assertThat(server.receive(Message.Applied.class).generation()).isEqualTo(2);
        child.input("q");
        assertThat(child.exitCode()).isZero();
        assertThat(child.errors()).doesNotContain("NoClassDefFoundError");
        server.shutDown();
    }

    private static RecordedEvent event(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private MainPatch tick(long sequence) {
        return new MainPatch(patchFolder, sequence)
                .method("tick", "()I", "public static int tick() { return " + (sequence + 1) + "; }");
    }

    private static Map<String, String> environment(TestServer server) {
        return Map.of(
                "SUBSECOND_DEVSERVER",
                server.uri().toString(),
                "SUBSECOND_TOKEN",
                "secret",
                "SUBSECOND_BUILD_ID",
                "b1");
    }
}
