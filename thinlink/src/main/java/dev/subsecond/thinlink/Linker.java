package dev.subsecond.thinlink;

import java.util.List;

/**
 * Turns compiled changes into patches for one running image, and remembers what that image runs.
 *
 * <p>One save is {@link #link} followed, if it made a patch and the patch was sent, by exactly one of {@link #applied} and
 * {@link #rejected} for the same sequence; a {@link #rolledBack} may come at any time. A patch that was never sent, because another save overtook it, is forgotten with
 * the next {@link #link}, and its changes are linked again. Not thread-safe: the dev server calls it from one thread at a time.
 */
public interface Linker {

    /**
     * Compares {@code changes} with what the image runs and links what can go live into a patch. The cost grows with the
     * classes in {@code changes}, not with the image.
     *
     * @param sequence number of this attempt; larger than that of every earlier attempt
     * @param changes what the compiler made of the save
     * @return the patch, if anything can go live, and one verdict for each changed member, also for those that stayed
     *     pending from earlier saves; a verdict {@code LIVE} holds only once the program has acknowledged the patch
     */
    LinkResult link(long sequence, Changes changes);

    /** The program acknowledged the patch of {@code sequence}: it is what runs now. */
    void applied(long sequence);

    /** The program refused the patch of {@code sequence} or never got it: what ran before runs still. */
    void rejected(long sequence);

    /**
     * The program runs again what it ran once the patch of {@code sequence} was applied; 0 is the image. Classes whose
     * newest code this took back are pending: the next {@link #link} compares them with what runs now, so that they go live
     * again. Nothing happens if that patch is unknown.
     */
    void rolledBack(long sequence);

    /**
     * What a user of the running program should know before the first edit, as sentences: in an image without guards, who
     * calls hot methods themselves instead of their stubs. Costs a look at every class of the image.
     */
    default List<String> warnings() {
        return List.of();
    }
}
