package dev.subsecond.runtime.event;

import dev.subsecond.runtime.PatchEvent;
import dev.subsecond.runtime.PatchHandler;
import dev.subsecond.runtime.Registration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** The list of the handlers: the real one, or one that is broken and caught by the test that names it. */
interface HandlerList {

    PatchEvent EVENT = new PatchEvent(1, List.of(), Set.of(), Map.of());

    Registration add(PatchHandler handler, Executor executor);

    void tell();

    /** Adds a handler that runs on the thread that tells of a patch. */
    default Registration add(Runnable handler) {
        return add(event -> handler.run(), Runnable::run);
    }

    /** The real one. */
    static HandlerList real() {
        Handlers handlers = new Handlers();
        return new HandlerList() {
            @Override
            public Registration add(PatchHandler handler, Executor executor) {
                return handlers.add(handler, executor);
            }

            @Override
            public void tell() {
                handlers.tell(EVENT);
            }
        };
    }
}
