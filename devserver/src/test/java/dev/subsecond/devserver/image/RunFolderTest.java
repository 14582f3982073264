package dev.subsecond.devserver.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path parent;

    /** A process that has ended: its number is not used again while this test runs. */
    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return process.pid();
    }

    private Path folderOf(long pid) throws Exception {
        Path folder = parent.resolve("subsecond-" + pid + "-123");
        Files.createDirectories(folder.resolve("run-1/classes"));
        Files.writeString(folder.resolve("lock"), "");
        Files.writeString(folder.resolve("run-1/classes/A.class"), "x");
        return folder;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerCanEnterIt() throws Exception {
        try (RunFolder folder = RunFolder.create(parent)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void closingRemovesAllOfIt() throws Exception {
        RunFolder folder = RunFolder.create(parent);
        Files.writeString(folder.directory("a/b").resolve("file"), "text");

        folder.close();
        folder.close();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void theFolderOfADeadServerIsRemovedByTheNextOne() throws Exception {
        Path stale = folderOf(deadProcess());

        try (RunFolder folder = RunFolder.create(parent)) {
            assertThat(stale).doesNotExist();
            assertThat(folder.root()).exists();
        }
    }

    @Test
    void theFolderOfALivingServerIsLeftAlone() throws Exception {
        try (RunFolder first = RunFolder.create(parent)) {
            RunFolder.create(parent).close();

            assertThat(first.root()).exists();
        }
    }

    @Test
    void whatIsNotOursIsLeftAlone() throws Exception {
        Path similar = Files.createDirectories(parent.resolve("subsecond-notes-1"));
        Path withoutLock = Files.createDirectories(parent.resolve("subsecond-" + deadProcess() + "-1"));
        Path target = Files.createDirectories(parent.resolve("precious"));
        Files.writeString(target.resolve("lock"), "");
        Path link = Files.createSymbolicLink(parent.resolve("subsecond-" + deadProcess() + "-2"), target);

        RunFolder.create(parent).close();

        assertThat(similar).exists();
        assertThat(withoutLock).exists();
        assertThat(link).exists();
        assertThat(target.resolve("lock")).exists();
    }

    @Test
    void aLinkInsideIsRemovedAndNotFollowed() throws Exception {
        Path precious = Files.writeString(parent.resolve("precious"), "text");
        RunFolder folder = RunFolder.create(parent);
        Files.createSymbolicLink(folder.root().resolve("link"), precious);

        folder.close();

        assertThat(precious).hasContent("text");
    }
}
