package dev.subsecond.runtime.table;

import java.util.concurrent.Executor;

/**
 * Who wants to know of first calls.
 *
 * @param listener told of each
 * @param executor runs it
 */
record FirstCalls(FirstCallListener listener, Executor executor) {

    FirstCall of(long sequence, Runnable settle) {
        return new FirstCall(sequence, listener, executor, settle);
    }
}
