package dev.subsecond.devserver.fault;

import dev.subsecond.devserver.fault.LinkerCall.Outcome;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkTimings;
import dev.subsecond.thinlink.Linker;
import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Refusal;
import dev.subsecond.thinlink.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A linker that remembers what it was asked. If it meets a fault of its own, it says in which file all of that is; what
 * it throws ends as refusals like what it notices. Remembers the class files of all saves, and those are all that it costs.
 */
public final class FaultRecorder implements Linker {

    private final String buildId;
    private final Map<String, byte[]> image;
    private final Map<String, byte[]> libraries = new HashMap<>();
    private final List<LinkerCall> calls = new ArrayList<>();
    private final Linker linker;

    /**
     * Records one linker.
     *
     * @param buildId the build of the image
     * @param image the class files the program was started from, by binary name
     * @param libraries where all other classes are found
     * @param maker makes the linker, which is to read libraries from where it is told
     */
    public FaultRecorder(
            String buildId, Map<String, byte[]> image, ClassSource libraries, Function<ClassSource, Linker> maker) {
        this.buildId = buildId;
        this.image = image;
        this.linker = maker.apply(name -> remember(name, libraries.find(name)));
    }

    private Optional<byte[]> remember(String name, Optional<byte[]> found) {
        if (!name.startsWith("java.")) {
            found.ifPresent(bytes -> libraries.put(name, bytes));
        }
        return found;
    }

    @Override
    public LinkResult link(long sequence, Changes changes) {
        calls.add(new LinkerCall.Link(sequence, changes));
        LinkResult result = link(linker, sequence, changes);
        return hasFault(result) ? withFile(result) : result;
    }

    /** Links, and makes refusals of what {@code linker} throws. */
    static LinkResult link(Linker linker, long sequence, Changes changes) {
        try {
            return linker.link(sequence, changes);
        } catch (RuntimeException e) {
            return refused(changes, e);
        }
    }

    /** Its own checks could not put it down to a member, so it is said of each class. */
    private static LinkResult refused(Changes changes, RuntimeException fault) {
        String reason = Refusal.INTERNAL.sentence(fault.toString());
        List<MemberVerdict> members = changes.compiled().keySet().stream()
                .sorted()
                .map(name -> new MemberVerdict(
                        name, name, Verdict.REFUSED, Refusal.INTERNAL.token(), reason, List.of(), "", ""))
                .toList();
        return new LinkResult(
                Optional.empty(), members, List.of(), new LinkTimings(Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    static boolean hasFault(LinkResult result) {
        return result.members().stream().anyMatch(FaultRecorder::isFault);
    }

    private static boolean isFault(MemberVerdict verdict) {
        return verdict.token().equals(Refusal.INTERNAL.token());
    }

    private LinkResult withFile(LinkResult result) {
        String where = write();
        List<MemberVerdict> members = result.members().stream()
                .map(v -> isFault(v) ? withFile(v, where) : v)
                .toList();
        return new LinkResult(result.patch(), members, result.carried(), result.timings());
    }

    private static MemberVerdict withFile(MemberVerdict v, String where) {
        return new MemberVerdict(
                v.member(),
                v.owner(),
                v.verdict(),
                v.token(),
                v.reason() + where,
                v.notes(),
                v.functionId(),
                v.cause());
    }

    private String write() {
        try {
            return " What it was asked, with your class files, is in "
                    + FaultFile.write(new FaultRecord(buildId, image, libraries, calls))
                    + "; please report the fault with it.";
        } catch (IOException e) {
            return " A file that shows the fault could not be written: " + e;
        }
    }

    @Override
    public void applied(long sequence) {
        calls.add(new LinkerCall.Told(Outcome.APPLIED, sequence));
        linker.applied(sequence);
    }

    @Override
    public void rejected(long sequence) {
        calls.add(new LinkerCall.Told(Outcome.REJECTED, sequence));
        linker.rejected(sequence);
    }

    @Override
    public void rolledBack(long sequence) {
        calls.add(new LinkerCall.Told(Outcome.ROLLED_BACK, sequence));
        linker.rolledBack(sequence);
    }
}
