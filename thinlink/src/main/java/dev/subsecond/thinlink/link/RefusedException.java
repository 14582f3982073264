package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.Refusal;

/** Ends the linking of one member; the others go on. Carries no stack trace, since it is an answer and no fault. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String detail;

    RefusedException(Refusal refusal, String detail) {
        super(refusal.sentence(detail), null, false, false);
        this.refusal = refusal;
        this.detail = detail;
    }

    Refusal refusal() {
        return refusal;
    }

    String detail() {
        return detail;
    }
}
