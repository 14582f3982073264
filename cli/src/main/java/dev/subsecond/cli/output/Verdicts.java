package dev.subsecond.cli.output;

import dev.subsecond.devserver.ServeEvent.Carried;
import dev.subsecond.devserver.ServeEvent.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What became of the members of a save: names for those that are live, lines for those that need explaining. */
final class Verdicts {
    private static final String LIVE = "live";
    private static final String LIVE_AFTER_RETURN = "live-after-return";
    private static final Set<String> WITHOUT_A_WORD = Set.of(LIVE, "unchanged");
    private static final int MOST_NAMES = 4;

    private final Palette palette;
    private final boolean explains;

    /** @param explains whether to say also of what is live why it is part of the patch */
    Verdicts(Palette palette, boolean explains) {
        this.palette = palette;
        this.explains = explains;
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
            boolean isExplained = explains && !member.cause().isEmpty();
            if (isExplained || !WITHOUT_A_WORD.contains(member.verdict())) {
                lines.add("  " + verdict(member));
            }
            member.notes().forEach(note -> lines.add("  note on " + member.name() + ": " + note));
        }
        return lines;
    }

    /** One line for each method that is part of a patch without a change. */
    List<String> carried(List<Carried> carried) {
        return carried.stream()
                .map(c -> "  " + palette.good("carried") + " " + c.name() + ": " + c.cause())
                .toList();
    }

    private String verdict(Member member) {
        boolean isLive = member.verdict().equals(LIVE);
        StringBuilder line = new StringBuilder()
                .append(isLive ? palette.good(LIVE) : palette.notice(member.verdict()))
                .append(' ')
                .append(member.name());
        if (!member.token().isEmpty()) {
            line.append(" [").append(member.token()).append(']');
        }
        String why = member.reason().isEmpty() && explains ? member.cause() : member.reason();
        if (!why.isEmpty()) {
            line.append(": ").append(why);
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
