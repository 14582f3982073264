package dev.subsecond.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.subsecond.runtime.launch.ChildJvm;
import dev.subsecond.runtime.launch.Jdks;
import dev.subsecond.runtime.nativecode.CLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubsecondTest {

    @Test
    void isOffInAProgramThatWasNotStartedForIt() {
        assertThat(Subsecond.isEnabled()).isFalse();
        assertThat(Subsecond.generation()).isZero();
        assertThat(Subsecond.jumpTable().map()).isEmpty();
    }

    @Test
    void patchIsRefusedWhileOff() {
        assertThatExceptionOfType(PatchException.class)
                .isThrownBy(() -> Subsecond.applyPatch(new JumpTable(Path.of("p"), new TreeMap<>(), 0, 0, 0)))
                .withMessageContaining("subsecond.enabled")
                .extracting(PatchException::reason)
                .isEqualTo(PatchException.Reason.DISABLED);
    }

    @Test
    void whileOffThereIsNoHistoryToGoBackIn() {
        assertThat(Subsecond.history()).isEmpty();
        assertThatExceptionOfType(PatchException.class)
                .isThrownBy(() -> Subsecond.rollback(0))
                .withMessageContaining("subsecond.enabled")
                .extracting(PatchException::reason)
                .isEqualTo(PatchException.Reason.DISABLED);
    }

    @Test
    void callRunsTheClosure() {
        int[] calls = new int[1];
        Subsecond.call(() -> {
            calls[0]++;
        });
        assertThat(calls[0]).isOne();
        String result = Subsecond.call(() -> "result");
        assertThat(result).isEqualTo("result");
    }

    static Stream<Path> jdks() throws IOException {
        return Jdks.homes();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void offCostsNoClassAndNoThread(Path jdk, @TempDir Path folder) throws Exception {
        ChildJvm.compile(folder, """
                import dev.subsecond.runtime.Subsecond;
                class Main {
                    public static void main(String[] args) {
                        int threads = Thread.activeCount();
                        boolean enabled = Subsecond.isEnabled();
                        System.out.println("threads " + (Thread.activeCount() - threads) + " " + enabled);
                    }
                }
                """, "--release", "17");
        ChildJvm child = ChildJvm.start(jdk, folder, Map.of(), "-Xlog:class+load", "Main");
        String output = child.output().lines().reduce("", (all, line) -> all + line + "\n");
        assertThat(child.exitCode()).isZero();
        assertThat(output).contains("threads 0 false").contains("dev.subsecond.runtime.Subsecond ");
        assertThat(output).doesNotContain("tools.jackson", "com.sun.jna", "java.net.http", "java.util.logging");
        assertThat(output.lines().filter(line -> line.contains("dev.subsecond")))
                .as("nothing but the switch itself")
                .hasSize(1);
    }

    @Test
    void theAslrReferenceIsWhereTheAnchorLies(@TempDir Path folder) {
        CLibrary library = CLibrary.compile(
                folder.resolve("libworld.so"),
                "int pad(void) { return 1; } int main(void) { return 0; } int step(int x) { return x; }");
        String path = library.file().toString();
        long main = Subsecond.aslrReference(path);
        assertThat(main).isNotZero();
        assertThat(Subsecond.aslrReference(path)).isEqualTo(main);
        assertThat(Subsecond.aslrReference(path, "step") - main)
                .isEqualTo(library.address("step") - library.address("main"));
        assertThat(Subsecond.aslrReference("", "malloc")).as("of the process").isNotZero();
    }

    @Test
    void anAslrReferenceThatIsMissingIsSaidByName(@TempDir Path folder) {
        CLibrary library = CLibrary.compile(folder.resolve("libsilent.so"), "int step(int x) { return x; }");
        String path = library.file().toString();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subsecond.aslrReference(path))
                .withMessage("the library " + path + " exports no symbol main");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subsecond.aslrReference("no_such_library_n"))
                .withMessageContaining("no_such_library_n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subsecond.aslrReference(path, "malloc"))
                .as("what it needs from another library is not its own")
                .withMessageContaining("exports no symbol malloc");
    }
}
