package dev.subsecond.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.devserver.ServeEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandReaderTest {
    private final List<String> done = new ArrayList<>();
    private final List<ServeEvent> events = new ArrayList<>();

    @Test
    void obeysCommandsInOrderUntilQuit() {
        obey("restart\n  rollback 3 \n\nquit\nrestart\n");

        assertThat(done).containsExactly("restart", "rollback 3", "quit");
        assertThat(events).isEmpty();
    }

    @Test
    void takesTheEndOfTheInputForQuit() {
        obey("");

        assertThat(done).containsExactly("quit");
    }

    @Test
    void takesInputThatCannotBeReadForQuitToo() {
        read(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });

        assertThat(done).containsExactly("quit");
        assertThat(events).singleElement().asString().contains("broken");
    }

    @Test
    void namesTheCommandsWhenItDoesNotKnowOne() {
        obey("rollback\nrollback -1\nreload\n");

        assertThat(done).containsExactly("quit");
        assertThat(events)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.toString()).contains("restart, rollback N, quit"));
    }

    private void obey(String input) {
        read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    private void read(InputStream input) {
        CommandReader.Target target = new CommandReader.Target() {
            @Override
            public void restart() {
                done.add("restart");
            }

            @Override
            public void rollback(long generation) {
                done.add("rollback " + generation);
            }

            @Override
            public void quit() {
                done.add("quit");
            }
        };
        new CommandReader(target, events::add).obey(input);
    }
}
