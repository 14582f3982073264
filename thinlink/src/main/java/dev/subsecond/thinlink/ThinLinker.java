package dev.subsecond.thinlink;

import dev.subsecond.thinlink.link.Attempt;
import dev.subsecond.thinlink.link.LinkState;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The linker for Java classes. */
public final class ThinLinker implements Linker {

    private final LinkState state;

    /**
     * A linker for one prepared image.
     *
     * @param buildId the build of the image, as the program knows it
     * @param image the program's own classes as compiled, not prepared, by binary name
     * @param libraries where all other classes are found
     */
    public ThinLinker(String buildId, Map<String, byte[]> image, ClassSource libraries) {
        this(buildId, image, ImageKind.PREPARED, libraries);
    }

    /**
     * A linker for one image of either kind.
     *
     * @param buildId the build of the image, as the program knows it
     * @param image the program's own classes as compiled, not prepared, by binary name
     * @param kind what the running classes are
     * @param libraries where all other classes are found
     */
    public ThinLinker(String buildId, Map<String, byte[]> image, ImageKind kind, ClassSource libraries) {
        this(buildId, image, kind, libraries, rule -> true);
    }

    /** A linker for tests, which follows only the rules that {@code rules} accepts. */
    public ThinLinker(
            String buildId,
            Map<String, byte[]> image,
            ImageKind kind,
            ClassSource libraries,
            Predicate<LinkRule> rules) {
        state = new LinkState(buildId, image, kind, libraries, rules);
    }

    @Override
    public LinkResult link(long sequence, Changes changes) {
        return new Attempt(state, sequence).link(changes);
    }

    @Override
    public void applied(long sequence) {
        state.applied(sequence);
    }

    @Override
    public void rejected(long sequence) {
        state.rejected(sequence);
    }

    @Override
    public void rolledBack(long sequence) {
        state.rolledBack(sequence);
    }

    @Override
    public List<String> warnings() {
        return state.warnings();
    }
}
