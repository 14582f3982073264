package dev.subsecond.runtime;

/** The running program's side of Subsecond. */
public final class Subsecond {

    private static final boolean ENABLED = Boolean.getBoolean("subsecond.enabled");

    private Subsecond() {}

    /** Whether code can be patched in this program. */
    public static boolean isEnabled() {
        return ENABLED;
    }
}
