package dev.subsecond.runtime.patch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the runtime tells the user while this is open. */
public final class Warnings extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("dev.subsecond");
    private final List<String> messages = new CopyOnWriteArrayList<>();

    public Warnings() {
        logger.addHandler(this);
    }

    /** The messages that contain {@code text}. */
    public List<String> about(String text) {
        return messages.stream().filter(message -> message.contains(text)).toList();
    }

    @Override
    public void publish(LogRecord logRecord) {
        messages.add(logRecord.getLevel() + " " + logRecord.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
