package dev.subsecond.runtime.launch;

import java.io.Serial;

/** There is nothing to run; the sentence is for the user. */
final class NoMainException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    NoMainException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
