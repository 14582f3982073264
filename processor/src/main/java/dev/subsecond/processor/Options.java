package dev.subsecond.processor;

import dev.subsecond.processor.report.Finding;
import dev.subsecond.processor.report.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * What the user asked of the processor with {@code -A}.
 *
 * @param release whether stubs must do without the runtime
 * @param complaint what is wrong with the options
 */
record Options(boolean release, Optional<Finding> complaint) {

    static final String RELEASE = "subsecond.release";

    /** Reads javac's map, in which an option without a value is null. */
    static Options parse(Map<String, String> given) {
        String value = given.containsKey(RELEASE) ? given.get(RELEASE) : "false";
        if (value == null || value.equals("true")) {
            return new Options(true, Optional.empty());
        }
        return new Options(
                false, value.equals("false") ? Optional.empty() : Optional.of(Finding.of(Problem.BAD_OPTION, value)));
    }
}
