package dev.subsecond.runtime.client;

import java.time.Duration;

/** Whether the program is connected, for those who want to know and those who wait for it. Thread-safe. */
final class State {

    private boolean connected;
    private boolean over;

    synchronized void connected(boolean isConnected) {
        connected = isConnected && !over;
        notifyAll();
    }

    /** There will be no connection any more. */
    synchronized void over() {
        over = true;
        connected = false;
        notifyAll();
    }

    synchronized boolean isConnected() {
        return connected;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized boolean awaitConnected(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (!connected && !over && left > 0) {
            // Rounded up: 0 would be for ever.
            wait(Math.max(1, left / 1_000_000));
            left = end - System.nanoTime();
        }
        return connected;
    }
}
