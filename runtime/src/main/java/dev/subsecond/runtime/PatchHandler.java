package dev.subsecond.runtime;

/** Told of every patch after it went live. See {@link Subsecond#registerHandler(PatchHandler)}. */
@FunctionalInterface
public interface PatchHandler {

    /**
     * Called once for each patch, when every call already runs the new code. May register and remove handlers, also
     * itself. What it throws is reported, and keeps neither the other handlers nor later patches from their work.
     */
    void onPatch(PatchEvent event);
}
