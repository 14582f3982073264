package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.MemberVerdict;
import java.util.List;
import java.util.Map;

/**
 * What of a save is to be linked.
 *
 * @param changes all of it, what is carried included
 * @param carried what has not changed itself and comes along because it leads to what has, and why
 * @param verdicts of the changes that are not linked: nothing would run them, or nothing has to
 * @param notes what is to be said of each change if it goes live
 */
record Selected(
        List<Change> changes,
        Map<Change, String> carried,
        List<MemberVerdict> verdicts,
        Map<Change, List<String>> notes) {

    /** Every change, since each has an entry of its own. */
    static Selected all(List<Change> changes) {
        return new Selected(changes, Map.of(), List.of(), Map.of());
    }

    List<String> notes(Change change) {
        return notes.getOrDefault(change, List.of());
    }
}
