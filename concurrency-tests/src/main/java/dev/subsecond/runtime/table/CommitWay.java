package dev.subsecond.runtime.table;

import org.jspecify.annotations.Nullable;

/** The commit, and how it must not be. Every broken one is caught by a test of this module that names it. */
public enum CommitWay {
    /** The real one. */
    ATOMIC,

    /** Sets the call sites one after the other: in between, some functions are new and some are old. */
    SITES_ONE_BY_ONE,

    /** Lets the calls go on to the new code and publishes the table afterwards. */
    OPENED_BEFORE_PUBLISHING,

    /** Publishes the table while calls still run the old code: makes nobody wait until it is about to open. */
    PUBLISHED_BEFORE_CLOSING,

    /** Leaves the switch to another thread, and returns. */
    LEFT_TO_ANOTHER_THREAD;

    Switchover of(long generation, @Nullable FirstCall firstCall) {
        return switch (this) {
            case ATOMIC -> new Switchover(generation, firstCall);
            case SITES_ONE_BY_ONE -> new OneByOne(generation, firstCall);
            case OPENED_BEFORE_PUBLISHING -> new OpenedEarly(generation, firstCall);
            case PUBLISHED_BEFORE_CLOSING -> new PublishedEarly(generation, firstCall);
            case LEFT_TO_ANOTHER_THREAD -> new LeftToAnother(generation, firstCall);
        };
    }

    private static class OneByOne extends Switchover {

        OneByOne(long generation, @Nullable FirstCall firstCall) {
            super(generation, firstCall);
        }

        /** From the last one back, because no call may find a guard open that has no code behind it. */
        @Override
        long release(Runnable publishTable) {
            publishTable.run();
            publications.forEach(Runnable::run);
            for (int i = changes.size() - 1; i >= 0; i--) {
                SiteChange change = changes.get(i);
                change.site().setTarget(change.after());
                Wait.aMoment();
            }
            return 0;
        }
    }

    private static class OpenedEarly extends Switchover {

        OpenedEarly(long generation, @Nullable FirstCall firstCall) {
            super(generation, firstCall);
        }

        @Override
        long release(Runnable publishTable) {
            phase.close();
            phase.open();
            Wait.aMoment();
            publishTable.run();
            publications.forEach(Runnable::run);
            return 0;
        }
    }

    private static class PublishedEarly extends Switchover {

        PublishedEarly(long generation, @Nullable FirstCall firstCall) {
            super(generation, firstCall);
        }

        @Override
        long release(Runnable publishTable) {
            publishTable.run();
            publications.forEach(Runnable::run);
            Wait.aMoment();
            phase.close();
            phase.open();
            return 0;
        }
    }

    private static class LeftToAnother extends Switchover {

        LeftToAnother(long generation, @Nullable FirstCall firstCall) {
            super(generation, firstCall);
        }

        @Override
        long release(Runnable publishTable) {
            OtherThread.run(() -> super.release(publishTable));
            return 0;
        }

        @Override
        void settle() {
            OtherThread.run(super::settle);
        }
    }
}
