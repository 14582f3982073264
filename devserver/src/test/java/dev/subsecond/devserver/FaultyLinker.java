package dev.subsecond.devserver;

import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.Linker;
import java.util.function.Predicate;

/**
 * A linker with a planted fault: it throws when it has done its work.
 *
 * @param linker does the work
 * @param meetsFault whether the fault shows in a save
 */
public record FaultyLinker(Linker linker, Predicate<Changes> meetsFault) implements Linker {

    @Override
    public LinkResult link(long sequence, Changes changes) {
        LinkResult result = linker.link(sequence, changes);
        if (meetsFault.test(changes)) {
            throw new IllegalStateException("a fault");
        }
        return result;
    }

    @Override
    public void applied(long sequence) {
        linker.applied(sequence);
    }

    @Override
    public void rejected(long sequence) {
        linker.rejected(sequence);
    }

    @Override
    public void rolledBack(long sequence) {
        linker.rolledBack(sequence);
    }
}
