package dev.subsecond.thinlink;

/** What becomes of a changed member; each save gives each changed member exactly one. */
public enum Verdict {
    /** The next call runs it. */
    LIVE("live"),
    /** Live, but a frame of the old code is still running. */
    LIVE_AFTER_RETURN("live-after-return"),
    /** Compiled and remembered, but nothing will run it. */
    UNREACHED("unreached"),
    /** Cannot be done in the running image. */
    REFUSED("refused"),
    /** Nothing that runs has changed. */
    UNCHANGED("unchanged");

    private final String wireName;

    Verdict(String wireName) {
        this.wireName = wireName;
    }

    /** The verdict as the console, the events and the protocol write it. */
    public String wireName() {
        return wireName;
    }
}
