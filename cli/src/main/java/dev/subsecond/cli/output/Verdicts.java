package dev.subsecond.cli.output;

import dev.subsecond.devserver.ServeEvent.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What became of the members of a save: names for those that are live, lines for those that need explaining. */
final class Verdicts {
    private static final String LIVE = "live";
    private static final String LIVE_AFTER_RETURN = "live-after-return";
    private static final String UNCHANGED = "unchanged";
    private static final int MOST_NAMES = 4;

    private final Palette palette;

    Verdicts(Palette palette) {
        this.palette = palette;
    }

    /** The members that the next call runs, each once. */
    List<String> liveNames(List<Member> members) {
        return members.stream()
                .filter(m -> m.verdict().equals(LIVE) || m.verdict().equals(LIVE_AFTER_RETURN))
                .map(Member::name)
                .distinct()
                .toList();
    }

    /** One line for each member that did not simply go live, and one for each note; no line twice. */
    Set<String> of(List<Member> members) {
        Set<String> lines = new LinkedHashSet<>();
        for (Member member : members) {
            if (!member.verdict().equals(LIVE) && !member.verdict().equals(UNCHANGED)) {
                lines.add("  " + verdict(member));
            }
            member.notes().forEach(note -> lines.add("  note on " + member.name() + ": " + note));
        }
        return lines;
    }

    private String verdict(Member member) {
        StringBuilder line = new StringBuilder()
                .append(palette.notice(member.verdict()))
                .append(' ')
                .append(member.name());
        if (!member.token().isEmpty()) {
            line.append(" [").append(member.token()).append(']');
        }
        if (!member.reason().isEmpty()) {
            line.append(": ").append(member.reason());
        }
        return line.toString();
    }

    /** {@code a, b, c, d and 3 more}. */
    static String enumerate(List<String> names) {
        if (names.size() <= MOST_NAMES) {
            return String.join(", ", names);
        }
        List<String> shown = new ArrayList<>(names.subList(0, MOST_NAMES));
        return String.join(", ", shown) + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
