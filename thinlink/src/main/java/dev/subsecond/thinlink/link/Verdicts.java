package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.Verdict;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes verdicts. */
final class Verdicts {

    private static final String STATIC_INITIALISER = "StaticInitialiser";
    private static final String NOT_RUN_AGAIN =
            "a static initialiser runs once, when its class is initialised; the value stays as it is."
                    + " Restart to run the new one, or assign the field from a method.";

    private Verdicts() {}

    /** @param cause what of it changed */
    static MemberVerdict live(Change change, String functionId, List<String> notes, String cause) {
        return new MemberVerdict(
                change.member(), change.owner().binaryName(), Verdict.LIVE, "", "", notes, functionId, cause);
    }

    static MemberVerdict refused(String member, ClassFile owner, Refusal refusal, String detail) {
        return new MemberVerdict(
                member,
                owner.binaryName(),
                Verdict.REFUSED,
                refusal.token(),
                refusal.sentence(detail),
                List.of(),
                "",
                "");
    }

    static MemberVerdict notRunAgain(String member, ClassFile owner) {
        return new MemberVerdict(
                member, owner.binaryName(), Verdict.UNREACHED, STATIC_INITIALISER, NOT_RUN_AGAIN, List.of(), "", "");
    }

    /**
     * The weightiest verdict of each member, with the notes of a lighter one that is about its annotations, in the order of
     * the first: a field that changed its type came and went.
     */
    static List<MemberVerdict> oneForEach(List<MemberVerdict> verdicts) {
        Map<String, MemberVerdict> byMember = new LinkedHashMap<>();
        for (MemberVerdict v : verdicts) {
            byMember.merge(v.member(), v, (a, b) -> weight(b) > weight(a) ? withNotes(b, a) : withNotes(a, b));
        }
        return List.copyOf(byMember.values());
    }

    private static MemberVerdict withNotes(MemberVerdict heavier, MemberVerdict lighter) {
        if (!lighter.notes().contains(AnnotationDiff.NOTE) || heavier.notes().contains(AnnotationDiff.NOTE)) {
            return heavier;
        }
        List<String> notes = new ArrayList<>(heavier.notes());
        notes.add(AnnotationDiff.NOTE);
        return new MemberVerdict(
                heavier.member(),
                heavier.owner(),
                heavier.verdict(),
                heavier.token(),
                heavier.reason(),
                notes,
                heavier.functionId(),
                heavier.cause());
    }

    private static int weight(MemberVerdict v) {
        return switch (v.verdict()) {
            case REFUSED -> 4;
            case UNREACHED -> 3;
            case LIVE, LIVE_AFTER_RETURN -> 2;
            case UNCHANGED -> 1;
        };
    }

    /** Of a method that is gone and that nothing misses. */
    static MemberVerdict removed(Change change) {
        return unchanged(change.member(), change.owner(), "removed; no code of the program calls it any more");
    }

    static MemberVerdict unchanged(String member, ClassFile owner, String note) {
        return new MemberVerdict(member, owner.binaryName(), Verdict.UNCHANGED, "", "", List.of(note), "", "");
    }
}
