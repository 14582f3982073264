package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.Verdict;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.List;

/** Writes verdicts. */
final class Verdicts {

    private static final String STATIC_INITIALISER = "StaticInitialiser";
    private static final String NOT_RUN_AGAIN =
            "a static initialiser runs once, when its class is initialised; the value stays as it is."
                    + " Restart to run the new one, or assign the field from a method.";

    private Verdicts() {}

    static MemberVerdict live(Change change, String functionId, List<String> notes) {
        return new MemberVerdict(change.member(), change.owner().binaryName(), Verdict.LIVE, "", "", notes, functionId);
    }

    static MemberVerdict refused(String member, ClassFile owner, Refusal refusal, String detail) {
        return new MemberVerdict(
                member, owner.binaryName(), Verdict.REFUSED, refusal.token(), refusal.sentence(detail), List.of(), "");
    }

    static MemberVerdict notRunAgain(String member, ClassFile owner) {
        return new MemberVerdict(
                member, owner.binaryName(), Verdict.UNREACHED, STATIC_INITIALISER, NOT_RUN_AGAIN, List.of(), "");
    }

    static MemberVerdict unchanged(String member, ClassFile owner, String note) {
        return new MemberVerdict(member, owner.binaryName(), Verdict.UNCHANGED, "", "", List.of(note), "");
    }
}
