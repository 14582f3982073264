package dev.subsecond.devserver.watch;

import java.nio.file.Path;

/** Hears of changes in source directories. Called on one thread; should return at once. */
public interface SourceListener {

    /** Something happened to this Java source. */
    void changed(Path file);

    /** Something that is no source was deleted or renamed: perhaps a directory, with sources in it. */
    void gone(Path path);

    /** So much happened that the system lost count: every source may have changed. */
    void lost();
}
