package dev.subsecond.edits;

import java.util.List;
import java.util.Map;

/**
 * A program at one time, and what is expected once it is saved.
 *
 * @param name {@code before}, {@code after}, {@code again}, {@code undone} or {@code redone}
 * @param sources all compilation units, by the path that their package asks for
 * @param shown what the objects show, oldest first; one text if all show the same
 * @param verdicts the members that are neither live nor unchanged: {@code refused Supertypes} by member
 * @param notes words that the notes of a member must contain, by member
 */
public record Stage(
        String name,
        Map<String, String> sources,
        List<String> shown,
        Map<String, String> verdicts,
        Map<String, String> notes) {

    public static final String BEFORE = "before";
    public static final String AFTER = "after";
    public static final String AGAIN = "again";
    public static final String UNDONE = "undone";
    public static final String REDONE = "redone";

    public Stage {
        sources = Map.copyOf(sources);
        shown = List.copyOf(shown);
        verdicts = Map.copyOf(verdicts);
        notes = Map.copyOf(notes);
    }

    /** Whether what the objects show, oldest first, is what is expected. */
    public boolean isShown(List<String> seen) {
        if (shown.size() == 1) {
            return seen.stream().allMatch(shown.get(0)::equals);
        }
        return name.equals(REDONE) ? firstAndLast(seen).equals(firstAndLast(shown)) : seen.equals(shown);
    }

    /** The object made before all edits, and the newest. */
    private static List<String> firstAndLast(List<String> all) {
        return List.of(all.get(0), all.get(all.size() - 1));
    }
}
