package dev.subsecond.runtime.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchDumpTest {

    private static final byte[] CODE = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void writesTheClassWhereDecompilersLookForIt() throws Exception {
        new PatchDump(folder.resolve("new/dump").toString()).write("app.Game$$Hot3", CODE);
        assertThat(Files.readAllBytes(folder.resolve("new/dump/app/Game$$Hot3.class")))
                .isEqualTo(CODE);
    }

    @Test
    void withoutAFolderItDoesNothing() {
        new PatchDump(null).write("app.Game$$Hot3", CODE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void failureIsSaidOnceAndThrowsNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        List<String> said = said(() -> {
            PatchDump dump = new PatchDump(file.toString());
            dump.write("app.Game$$Hot3", CODE);
            dump.write("app.Game$$Hot4", CODE);
        });
        assertThat(said).singleElement().asString().contains("subsecond.dump", file.toString());
    }

    @Test
    void nameThatLeavesTheFolderIsNotWritten() throws Exception {
        Path dump = Files.createDirectory(folder.resolve("dump"));
        said(() -> new PatchDump(dump.toString()).write("x/../../outside", CODE));
        assertThat(folder.resolve("outside.class")).doesNotExist();
    }

    private static List<String> said(Runnable action) {
        List<String> said = new ArrayList<>();
        Thread own = Thread.currentThread();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (Thread.currentThread() == own) {
                    said.add(record.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Log.NAME);
        logger.addHandler(handler);
        try {
            action.run();
        } finally {
            logger.removeHandler(handler);
        }
        return said;
    }
}
