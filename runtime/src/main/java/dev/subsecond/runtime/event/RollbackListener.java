package dev.subsecond.runtime.event;

/** Wants to know of each rollback, whoever asked for it: the dev server has to compare saves with what runs. */
@FunctionalInterface
public interface RollbackListener {

    /**
     * Called on the thread that asked, after the handlers; also if that generation was current already.
     *
     * @param patch what it changed
     * @param to the generation that is current again
     */
    void rolledBack(AppliedPatch patch, long to);
}
