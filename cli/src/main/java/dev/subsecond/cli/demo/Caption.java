package dev.subsecond.cli.demo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the example: which world, which generation of it, and what the edited code says about them.
 *
 * @param line the whole line
 * @param remark what follows the generation; the demo's edits change it
 */
record Caption(long world, long generation, String remark, String line) {
    private static final Pattern LINE = Pattern.compile("world (\\d+): generation (\\d+), (.*)");

    static Optional<Caption> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Caption(
                Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3), line));
    }

    /** Whether this is the line that a program which lost nothing prints next after {@code earlier}. */
    boolean continues(Caption earlier) {
        return world == earlier.world && generation == earlier.generation + 1;
    }
}
