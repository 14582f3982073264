package app;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Four threads that call all the time; ends when each has called for ten seconds and has seen the last generation. */
public final class Main {
    private static final int THREADS = 4;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(10);

    public static void main(String[] args) throws InterruptedException {
        long lastGeneration = Long.parseLong(args[0]);
        AtomicLong calls = new AtomicLong();
        CountDownLatch ended = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            Caller caller = new Caller(lastGeneration, System.nanoTime() + NANOS);
            new Thread(() -> {
                calls.addAndGet(caller.run());
                ended.countDown();
            }).start();
        }
        ended.await();
        System.out.println("calls " + (calls.get() > 100_000 ? "enough" : calls));
    }
}
