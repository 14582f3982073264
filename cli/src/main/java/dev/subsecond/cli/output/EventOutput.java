package dev.subsecond.cli.output;

import dev.subsecond.devserver.ServeEvent;
import dev.subsecond.devserver.ServeException;
import java.util.function.Consumer;

/** Shows what a dev server has to say. Events come in order, on one thread; {@link #failed} comes instead of them. */
public interface EventOutput extends Consumer<ServeEvent> {

    /** The server did not start. */
    void failed(ServeException problem);
}
