package dev.subsecond.runtime;

import java.io.Serial;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A patch was refused. The program runs on as it was before and takes the next patch. */
public final class PatchException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String member;
    private final String[] definedClasses;

    /** A refusal that concerns no single member and came before any class of the patch was defined. */
    public PatchException(Reason reason, String message) {
        this(reason, message, null, List.of(), null);
    }

    /**
     * A refusal with all that is known of it.
     *
     * @param reason what kind of refusal
     * @param message a sentence that says what was wrong and, where there is one, the way out
     * @param member the class or function concerned, or null
     * @param definedClasses the names of patch classes that had been defined already and can never be defined again
     * @param cause what led to it, or null
     */
    public PatchException(
            Reason reason,
            String message,
            @Nullable String member,
            List<String> definedClasses,
            @Nullable Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.member = member;
        this.definedClasses = definedClasses.toArray(String[]::new);
    }

    /** What kind of refusal this is. */
    public Reason reason() {
        return reason;
    }

    /** The class or function concerned, if it is a single one. */
    public Optional<String> member() {
        return Optional.ofNullable(member);
    }

    /** The names of patch classes that the attempt used up: no later patch can define them again. Often empty. */
    public List<String> definedClasses() {
        return List.of(definedClasses);
    }

    /** The kinds of refusal. */
    public enum Reason {
        /** The patch file is missing, unreadable or not a patch. */
        LOAD_FAILED,
        /** The JVM did not accept a class of the patch, or something it refers to does not exist. */
        VERIFY_FAILED,
        /** The patch was made for another build of the program. */
        WRONG_BUILD,
        /** The patch is not newer than the one applied last. */
        OUT_OF_ORDER,
        /** The patch is for a function that this program does not have. */
        UNKNOWN_FUNCTION,
        /** The new code takes or returns other types than the function. */
        SIGNATURE_MISMATCH,
        /** The new code needs a change of a loaded class that the JVM cannot make. */
        LAYOUT_CHANGED,
        /** The new code may not reach what it refers to. */
        ACCESS_DENIED,
        /** Length, digest or contents of the patch file are not what was announced. */
        INTEGRITY,
        /** Patching is off in this program. */
        DISABLED
    }
}
