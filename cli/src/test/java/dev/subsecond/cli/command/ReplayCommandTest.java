package dev.subsecond.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.cli.Cli;
import dev.subsecond.cli.output.ExitCode;
import dev.subsecond.cli.output.Recording;
import dev.subsecond.devserver.LinkerFactory;
import dev.subsecond.devserver.fault.FaultRecorder;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.Linker;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.ThinLinker;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final Pattern FILE = Pattern.compile("is in (\\S+\\.zip);");

    @TempDir
    private Path folder;

    private final Recording recording = new Recording();
    private Path record = Path.of("");

    @BeforeEach
    void meetAFault() throws Exception {
        Map<String, byte[]> image = Map.of("app.Main", main(1));
        FaultRecorder recorder =
                new FaultRecorder("build", image, name -> Optional.empty(), libraries -> new FaultyLinker());
        LinkResult result = recorder.link(1, new Changes(Map.of("app.Main", main(2)), Set.of()));
        MemberVerdict verdict = result.members().get(0);
        Matcher named = FILE.matcher(verdict.reason());
        assertThat(named.find()).as(verdict.reason()).isTrue();
        record = Path.of(named.group(1));
    }

    @AfterEach
    void deleteTheRecord() throws Exception {
        Files.deleteIfExists(record);
    }

    @Test
    void aFaultThatIsStillThereEndsWithOne() {
        assertThat(replay((buildId, image, libraries) -> new FaultyLinker())).isEqualTo(ExitCode.FAILED.code());
        assertThat(recording.out()).contains("refused app.Main", "planted");
    }

    @Test
    void aMendedFaultShowsWhatBecomesOfTheSave() {
        assertThat(replay(ThinLinker::new)).as(recording.err()).isZero();
        assertThat(recording.out()).isEqualToIgnoringNewLines("live app.Main.value()");
    }

    private int replay(LinkerFactory linkers) {
        return new Cli(recording.console(), InputStream.nullInputStream(), linkers).run("replay", record.toString());
    }

    private byte[] main(int value) throws Exception {
        Path source = Files.writeString(
                folder.resolve("Main.java"), "package app; class Main { int value() { return " + value + "; } }");
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", folder.toString(), source.toString());
        assertThat(exit).isZero();
        return Files.readAllBytes(folder.resolve("app/Main.class"));
    }

    private static final class FaultyLinker implements Linker {
        @Override
        public LinkResult link(long sequence, Changes changes) {
            throw new IllegalStateException("planted");
        }

        @Override
        public void applied(long sequence) {}

        @Override
        public void rejected(long sequence) {}

        @Override
        public void rolledBack(long sequence) {}
    }
}
