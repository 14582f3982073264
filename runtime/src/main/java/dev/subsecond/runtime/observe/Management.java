package dev.subsecond.runtime.observe;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows the program to management tools.
 *
 * <p>Loading {@code java.management} takes longer than the runtime may keep a program from starting. So the bean is
 * registered by the thread that connects to the dev server or, in a program that connects to none, by its first patch.
 */
public final class Management {

    private static final AtomicBoolean REGISTERED = new AtomicBoolean();

    private Management() {}

    /** Registers the bean unless it was, or the JVM has no {@code java.management}. Any thread. */
    public static void register() {
        if (!REGISTERED.getAndSet(true) && isPresent()) {
            ManagedSubsecond.register();
        }
    }

    /** The value of an option of this JVM, as on its command line; empty if it cannot be asked. */
    public static Optional<String> option(String name) {
        return isPresent() ? ManagedSubsecond.option(name) : Optional.empty();
    }

    private static boolean isPresent() {
        return ModuleLayer.boot().findModule("java.management").isPresent();
    }
}
