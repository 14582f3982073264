package dev.subsecond.devserver;

import dev.subsecond.runtime.wire.Message;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Verdict;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what the linker expects into what became of each member, once the program has said what it runs. */
final class Verdicts {

    private static final String WRAP_THE_LOOP =
            "it is running and will not be called again, so nothing will run its new code before a restart; "
                    + "wrap the loop in Subsecond.call";

    /** A lambda by its function's name: its class, perhaps that of a patch, and the method that javac names it after. */
    private static final Pattern LAMBDA = Pattern.compile("(.+?)(\\.\\.Hot[0-9]+)?\\.lambda\\$(\\w+?)\\$.*");

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
        List<Message.AppliedFunction> running = applied.functions().stream()
                .filter(function -> function.runningOldFrames() > 0)
                .toList();
        return members.stream().map(member -> of(member, running)).toList();
    }

    private ServeEvent.Member of(MemberVerdict member, List<Message.AppliedFunction> running) {
        if (member.verdict() != Verdict.LIVE) {
            return member(member, member.verdict(), member.reason());
        }
        boolean runsItself = running.stream().anyMatch(f -> f.id().equals(member.functionId()));
        if (runsItself && member.member().startsWith(mainMethod)) {
            return member(member, Verdict.UNREACHED, WRAP_THE_LOOP);
        }
        boolean runs = runsItself || running.stream().anyMatch(f -> isLambdaOf(f.name(), member.member()));
        return member(member, runs ? Verdict.LIVE_AFTER_RETURN : Verdict.LIVE, member.reason());
    }

    /** Lambdas have no verdict of their own; overloads share theirs. */
    private static boolean isLambdaOf(String function, String member) {
        Matcher lambda = LAMBDA.matcher(function);
        return lambda.matches() && member.startsWith(lambda.group(1) + "." + lambda.group(3) + "(");
    }

    private static ServeEvent.Member member(MemberVerdict member, Verdict verdict, String reason) {
        boolean isLive = verdict == Verdict.LIVE || verdict == Verdict.LIVE_AFTER_RETURN;
        return new ServeEvent.Member(
                member.member(),
                verdict.wireName(),
                member.token(),
                reason,
                isLive ? member.cause() : "",
                member.notes());
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
