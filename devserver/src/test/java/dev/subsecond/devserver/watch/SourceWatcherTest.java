package dev.subsecond.devserver.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceWatcherTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private final BlockingQueue<Path> changed = new LinkedBlockingQueue<>();
    private final BlockingQueue<Path> gone = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init")
    private Path sources;

    @SuppressWarnings("NullAway.Init")
    private SourceWatcher watcher;

    @BeforeEach
    void watch() throws Exception {
        sources = Files.createDirectories(temporary.toRealPath().resolve("src"));
        Files.createDirectories(sources.resolve("app"));
        Files.writeString(sources.resolve("app/A.java"), "class A {}");
        watcher = SourceWatcher.start(FileKind.SOURCE, List.of(sources), new SourceListener() {
            @Override
            public void changed(Path file) {
                changed.add(file);
            }

            @Override
            public void gone(Path path) {
                gone.add(path);
            }

            @Override
            public void lost() {}
        });
    }

    @AfterEach
    void close() throws Exception {
        watcher.close();
    }

    @Test
    void reportsWhatIsWrittenInPlace() throws Exception {
        Path file = Files.writeString(sources.resolve("app/A.java"), "class A { }");

        assertThat(next()).isEqualTo(file);
    }

    @Test
    void reportsTheFileThatAnotherIsRenamedTo() throws Exception {
        Path file = sources.resolve("app/A.java");
        Path temporaryFile = Files.writeString(sources.resolve("app/A.java~"), "class A { }");

        Files.move(temporaryFile, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

        assertThat(next()).isEqualTo(file);
    }

    @Test
    void reportsNewAndDeletedFiles() throws Exception {
        Path file = Files.writeString(sources.resolve("app/B.java"), "class B { }");
        assertThat(next()).isEqualTo(file);

        changed.clear();
        Files.delete(file);
        Path last = Files.writeString(sources.resolve("app/C.java"), "class C { }");

        assertThat(upTo(last)).contains(file);
    }

    @Test
    void reportsFilesInNewDirectoriesAndDirectoriesThatAreGone() throws Exception {
        Path directory = Files.createDirectories(sources.resolve("app/deep/er"));
        Path file = Files.writeString(directory.resolve("D.java"), "class D { }");
        assertThat(next()).isEqualTo(file);

        Files.move(sources.resolve("app/deep"), temporary.resolve("away"));

        assertThat(gone.poll(20, TimeUnit.SECONDS)).isEqualTo(sources.resolve("app/deep"));
    }

    @Test
    void ignoresWhatEditorsLeaveBehind() throws Exception {
        Files.createDirectories(sources.resolve(".git"));
        Files.writeString(sources.resolve(".git/X.java"), "");
        Files.writeString(sources.resolve("app/.#A.java"), "");
        Files.writeString(sources.resolve("app/A.java~"), "");
        Files.writeString(sources.resolve("app/.A.java.swp"), "");
        Files.writeString(sources.resolve("app/4913"), "");
        Files.writeString(sources.resolve("app/text.txt"), "");
        Files.writeString(sources.resolve("module-info.java"), "");
        Path last = Files.writeString(sources.resolve("app/Last.java"), "class Last { }");

        assertThat(next()).isEqualTo(last);
    }

    private Path next() throws InterruptedException {
        Path path = changed.poll(20, TimeUnit.SECONDS);
        assertThat(path).isNotNull();
        return path;
    }

    private List<Path> upTo(Path last) throws InterruptedException {
        List<Path> all = new ArrayList<>();
        Path path = next();
        while (!path.equals(last)) {
            all.add(path);
            path = next();
        }
        return all;
    }
}
