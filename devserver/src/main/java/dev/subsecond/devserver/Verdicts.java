package dev.subsecond.devserver;

import dev.subsecond.runtime.wire.Message;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns what the linker expects into what became of each member, once the program has said what it runs. */
final class Verdicts {

    private static final String WRAP_THE_LOOP =
            "it is running and will not be called again, so nothing will run its new code before a restart; "
                    + "wrap the loop in Subsecond.call";

    private final String mainMethod;

    Verdicts(String mainClass) {
        mainMethod = mainClass + ".main(";
    }

    /** What the linker says, before the program was asked; nothing is live then. */
    static List<ServeEvent.Member> planned(List<MemberVerdict> members) {
        return members.stream()
                .map(member -> member(member, member.verdict(), member.reason()))
                .toList();
    }

    /** The final verdicts of an applied patch. */
    List<ServeEvent.Member> of(List<MemberVerdict> members, Message.Applied applied) {
        Set<String> running = applied.functions().stream()
                .filter(function -> function.runningOldFrames() > 0)
                .map(Message.AppliedFunction::id)
                .collect(Collectors.toUnmodifiableSet());
        return members.stream().map(member -> of(member, running)).toList();
    }

    private ServeEvent.Member of(MemberVerdict member, Set<String> running) {
        boolean old = member.verdict() == Verdict.LIVE && running.contains(member.functionId());
        if (old && member.member().startsWith(mainMethod)) {
            return member(member, Verdict.UNREACHED, WRAP_THE_LOOP);
        }
        return member(member, old ? Verdict.LIVE_AFTER_RETURN : member.verdict(), member.reason());
    }

    private static ServeEvent.Member member(MemberVerdict member, Verdict verdict, String reason) {
        return new ServeEvent.Member(member.member(), verdict.wireName(), member.token(), reason, member.notes());
    }

    /** Verdicts as they travel with the patch. */
    static List<Message.Member> onTheWire(List<MemberVerdict> members) {
        return members.stream()
                .map(member -> new Message.Member(
                        member.member(), member.verdict().wireName(), member.reason(), member.notes()))
                .toList();
    }

    /** Refusals as a program can show them. */
    static List<Message.Diagnostic> refusals(List<ServeEvent.Member> members) {
        return members.stream()
                .filter(member -> !member.reason().isEmpty())
                .map(member -> new Message.Diagnostic("", 0, 0, member.name() + ": " + member.reason()))
                .toList();
    }
}
