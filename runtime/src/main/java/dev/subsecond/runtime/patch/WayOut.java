package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.PatchException.Reason;

/** What whoever edits the program can do about a refusal. */
final class WayOut {

    private WayOut() {}

    /** The message with the way out behind it. */
    static String in(Reason reason, String message) {
        return message + (message.endsWith(".") ? " " : ". ") + of(reason);
    }

    private static String of(Reason reason) {
        return switch (reason) {
            case LOAD_FAILED, INTEGRITY, OUT_OF_ORDER -> "Save the source again to have a new patch made.";
            case VERIFY_FAILED ->
                "Save the source again; if that does not help, restart the program and report this as a fault of Subsecond.";
            case WRONG_BUILD -> "Restart the program under the server that makes the patches.";
            case UNKNOWN_FUNCTION -> "Restart the program if its source has it.";
            case SIGNATURE_MISMATCH, LAYOUT_CHANGED -> "Undo this edit, or restart the program to have it.";
            case ACCESS_DENIED -> "Undo this edit, make what it uses accessible, or restart the program.";
            case DISABLED -> "Start the program with 'subsecond serve' or with -Dsubsecond.enabled=true.";
        };
    }
}
