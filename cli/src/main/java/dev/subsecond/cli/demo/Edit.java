package dev.subsecond.cli.demo;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One save, and how its effect looks.
 *
 * @param title what kind of edit it is
 * @param remark what {@link Caption#remark} must match from then on
 * @param replacements what is typed
 */
record Edit(String title, Pattern remark, List<Replacement> replacements) {
    String applyTo(String source) {
        String edited = source;
        for (Replacement replacement : replacements) {
            edited = replacement.applyTo(edited);
        }
        return edited;
    }

    /** Whether the program shows this edit. */
    boolean showsIn(Caption caption) {
        return remark.matcher(caption.remark()).matches();
    }

    /** What goes and what comes, line by line. */
    List<String> diff() {
        return replacements.stream().flatMap(r -> r.diff().stream()).toList();
    }
}
