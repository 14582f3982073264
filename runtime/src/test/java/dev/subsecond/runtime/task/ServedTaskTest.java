package dev.subsecond.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.HotTask;
import dev.subsecond.runtime.event.AppliedPatch;
import dev.subsecond.runtime.patch.Commit;
import dev.subsecond.runtime.patch.CommittedFunction;
import dev.subsecond.runtime.wire.MethodRef;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Real threads that are really interrupted; what a commit changed is written down. That a real patch stops and starts a
 * task is shown by DevtoolsTest.
 */
@Timeout(60)
class ServedTaskTest {

    private static final Logger LOGGER = Logger.getLogger("dev.subsecond");

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch wait = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<Runnable> afterPatience = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().equals(Level.WARNING) && record.getMessage().contains("task")) {
                warnings.add(record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(log);
    }

    @Test
    void taskThatEndsByItselfIsNotRunAgain() throws Exception {
        new ServedTask(() -> events.add("ran"), Runnable::run).run();
        assertThat(events).containsExactly("ran");
    }

    @Test
    void exceptionOfATaskThatNobodyStoppedIsTheCallers() {
        ServedTask task = new ServedTask(
                () -> {
                    throw new IOException("own");
                },
                Runnable::run);
        assertThatThrownBy(task::run).isInstanceOf(IOException.class).hasMessage("own");
    }

    @Test
    void changeOfAMethodThatTheTaskIsInsideOfStopsItAndStartsItAgain() throws Exception {
        Serving serving = serve(this::loop);
        assertThat(next()).isEqualTo("begin 1");
        serving.task.applied(change("loop"));
        assertThat(next()).isEqualTo("interrupted 1");
        assertThat(next()).isEqualTo("begin 2");
        serving.task.applied(change("loop"));
        assertThat(next()).isEqualTo("interrupted 2");
        assertThat(next()).isEqualTo("begin 3");
        serving.end();
    }

    @Test
    void changeOfWhatItMerelyCallsOrOfItsCallerStopsNothing() throws Exception {
        Serving serving = serve(this::loop);
        assertThat(next()).isEqualTo("begin 1");
        serving.task.applied(change("called"));
        serving.task.applied(change("serveOnThread"));
        assertThat(serving.thread.isInterrupted()).isFalse();
        assertThat(afterPatience).isEmpty();
        serving.end();
    }

    @Test
    void interruptionOfAnybodyElseEndsIt() throws Exception {
        Serving serving = serve(this::loop);
        assertThat(next()).isEqualTo("begin 1");
        serving.thread.interrupt();
        assertThatThrownBy(() -> serving.result.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void taskThatEndsNormallyWhenItIsStoppedStartsAgainUninterrupted() throws Exception {
        Serving serving = serve(this::untilInterrupted);
        assertThat(next()).isEqualTo("begin 1 false");
        serving.task.applied(change("untilInterrupted"));
        assertThat(next()).isEqualTo("begin 2 false");
        serving.end();
    }

    @Test
    void otherExceptionThanThatOfInterruptionIsReportedAndTheTaskStartsAgain() throws Exception {
        Serving serving = serve(this::failingWhenStopped);
        assertThat(next()).isEqualTo("begin 1 false");
        serving.task.applied(change("failingWhenStopped"));
        assertThat(next()).isEqualTo("begin 2 false");
        assertThat(warnings).singleElement().asString().contains("ended with an exception");
        serving.end();
    }

    @Test
    void taskThatIgnoresItsInterruptionIsReportedAndNeverRunsTwice() throws Exception {
        Serving serving = serve(this::stubborn);
        assertThat(next()).isEqualTo("begin 1 false");
        serving.task.applied(change("stubborn"));
        assertThat(next()).isEqualTo("ignored");
        assertThat(afterPatience).hasSize(1);
        afterPatience.get(0).run();
        assertThat(warnings).singleElement().asString().contains("goes on", "generation 7", "served");
        assertThat(events).isEmpty();
        released.countDown();
        assertThat(next()).isEqualTo("begin 2 false");
        afterPatience.get(0).run();
        assertThat(warnings).hasSize(1);
        serving.end();
    }

    @Test
    void taskThatAppliesThePatchItselfIsStoppedToo() throws Exception {
        BlockingQueue<ServedTask> itself = new LinkedBlockingQueue<>();
        Serving serving = serve(() -> selfPatching(itself));
        itself.add(serving.task);
        assertThat(next()).isEqualTo("begin 1 false");
        assertThat(next()).isEqualTo("interrupted 1");
        assertThat(next()).isEqualTo("begin 2 false");
        serving.end();
    }

    private void selfPatching(BlockingQueue<ServedTask> itself) throws InterruptedException {
        beginning();
        if (runs.get() == 1) {
            itself.take().applied(change("selfPatching"));
        }
        try {
            wait.await();
        } catch (InterruptedException e) {
            events.add("interrupted " + runs.get());
        }
    }

    private void loop() throws InterruptedException {
        int run = runs.incrementAndGet();
        events.add("begin " + run);
        try {
            wait.await();
        } catch (InterruptedException e) {
            events.add("interrupted " + run);
            throw e;
        }
    }

    private void untilInterrupted() {
        beginning();
        while (wait.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private void failingWhenStopped() {
        untilInterrupted();
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("cannot clean up");
        }
    }

    private void stubborn() throws InterruptedException {
        beginning();
        try {
            wait.await();
        } catch (InterruptedException e) {
            events.add("ignored");
            released.await();
        }
    }

    private void beginning() {
        events.add(
                "begin " + runs.incrementAndGet() + " " + Thread.currentThread().isInterrupted());
    }

    private Serving serve(HotTask task) throws InterruptedException {
        CompletableFuture<ServedTask> served = new CompletableFuture<>();
        CompletableFuture<Void> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> serveOnThread(task, served, result), "served");
        thread.setDaemon(true);
        thread.start();
        return new Serving(served.join(), thread, result, this);
    }

    private void serveOnThread(HotTask task, CompletableFuture<ServedTask> served, CompletableFuture<Void> result) {
        ServedTask servedTask = new ServedTask(task, afterPatience::add);
        served.complete(servedTask);
        try {
            servedTask.run();
            result.complete(null);
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    private record Serving(ServedTask task, Thread thread, CompletableFuture<Void> result, ServedTaskTest test) {

        /** Lets the task end by itself, which ends the serving. */
        void end() throws Exception {
            test.wait.countDown();
            result.get(30, TimeUnit.SECONDS);
        }
    }

    private String next() throws InterruptedException {
        return events.poll(30, TimeUnit.SECONDS);
    }

    private static AppliedPatch change(String method) {
        String owner = ServedTaskTest.class.getName();
        CommittedFunction function = new CommittedFunction(
                new HotFnPtr(-1),
                method,
                new HotFnPtr(-1),
                new HotFnPtr(-2),
                new MethodRef(owner, method, "()V"),
                new MethodRef(owner + "$$Hot7", method, "()V"));
        Commit commit = new Commit(7, 7, List.of(function), Set.of(), Map.of(), List.of());
        return new AppliedPatch(commit, Duration.ZERO, null);
    }
}
