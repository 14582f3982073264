package dev.subsecond.cli.demo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the field that the demo adds: the object that was there before begins with the initialiser's value, once, and
 * loses one a generation from then on.
 */
final class Energy {
    static final int AT_FIRST = 1000;
    static final Pattern REMARK = Pattern.compile("\\d+ alive, energy (-?\\d+)");

    private Energy() {}

    /** Says what is wrong with these captions, the first that showed the field and those after it; empty if nothing. */
    static String fault(List<Caption> captions) {
        long first = of(captions.get(0));
        // The edit may have gone live between a step and its caption: then the field is read before it is changed.
        if (first != AT_FIRST && first != AT_FIRST - 1) {
            return "energy began at " + first + ", not at the initialiser's " + AT_FIRST;
        }
        for (int i = 1; i < captions.size(); i++) {
            if (of(captions.get(i)) != first - i) {
                return "energy was " + of(captions.get(i)) + " after " + i + " steps from " + first;
            }
        }
        return "";
    }

    private static long of(Caption caption) {
        Matcher matcher = REMARK.matcher(caption.remark());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No energy in " + caption.line());
        }
        return Long.parseLong(matcher.group(1));
    }
}
