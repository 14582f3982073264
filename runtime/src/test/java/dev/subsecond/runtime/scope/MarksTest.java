package dev.subsecond.runtime.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.patch.Warnings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is waited for after a commit, and for how long; time passes when the test says so. */
class MarksTest {

    private final ScopeRegistry registry = new ScopeRegistry();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final Marks marks = new Marks(registry, later::add, 10);

    private final List<Inside> threads = new ArrayList<>();

    /** A thread inside a scope, which makes no hot call. */
    private final class Inside {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch mayLeave = new CountDownLatch(1);
        private final Thread thread;

        Inside(String name) throws InterruptedException {
            thread = new Thread(() -> Scopes.run(this::stay), name);
            threads.add(this);
            thread.start();
            entered.await();
        }

        private void stay() {
            ScopeStack stack = registry.own();
            int level = stack.enter();
            entered.countDown();
            try {
                mayLeave.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (stack.leave(level)) {
                marks.left(stack);
            }
        }

        void leave() throws InterruptedException {
            mayLeave.countDown();
            thread.join();
        }
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        for (Inside inside : threads) {
            inside.leave();
        }
    }

    @Test
    void aCommitWithoutScopesWaitsForNobody() throws Exception {
        new Inside("gone").leave();
        marks.committed(1);
        assertThat(marks.isPending()).isFalse();
        assertThat(later).isEmpty();
    }

    @Test
    void aThreadThatLeavesItsScopeIsNotWaitedFor() throws Exception {
        Inside inside = new Inside("leaving");
        marks.committed(1);
        assertThat(marks.isPending()).isTrue();
        inside.leave();
        assertThat(marks.isPending()).isFalse();
    }

    @Test
    void aThreadThatMakesNoHotCallIsLeftAloneAndReportedOnce() throws Exception {
        new Inside("silent-thread");
        try (Warnings warnings = new Warnings()) {
            marks.committed(7);
            passTime();
            assertThat(marks.isPending()).isFalse();
            assertThat(warnings.about("silent-thread"))
                    .singleElement()
                    .asString()
                    .contains(
                            " at dev.subsecond.runtime.scope.MarksTest$Inside.",
                            "(MarksTest.java:",
                            "10 s since generation 7");
            marks.committed(8);
            assertThat(marks.isPending()).isTrue();
            passTime();
            assertThat(marks.isPending()).isFalse();
            assertThat(warnings.about("silent-thread")).hasSize(1);
        }
    }

    @Test
    void timeRunsFromTheNewestCommit() throws Exception {
        new Inside("patient");
        marks.committed(1);
        Runnable first = later.remove();
        marks.committed(2);
        first.run();
        assertThat(marks.isPending()).isTrue();
        passTime();
        assertThat(marks.isPending()).isFalse();
    }

    @Test
    void aThreadThatSwallowsItsPanicsIsWaitedForWithoutEnd() {
        try (Warnings warnings = new Warnings()) {
            ScopeStack stack = registry.own();
            int level = stack.enter();
            marks.committed(1);
            stack.aimAt(level);
            passTime();
            assertThat(marks.isPending()).isTrue();
            assertThat(stack.arriveAt(level)).isTrue();
            marks.examined(stack, 1);
            assertThat(marks.isPending()).isFalse();
            assertThat(warnings.about(Thread.currentThread().getName())).isEmpty();
        }
    }

    @Test
    void aScopeThatRunsAgainWithoutAHotCallIsNoReasonToReport() {
        try (Warnings warnings = new Warnings()) {
            ScopeStack stack = registry.own();
            int level = stack.enter();
            marks.committed(1);
            stack.aimAt(level);
            assertThat(stack.arriveAt(level)).isTrue();
            passTime();
            assertThat(marks.isPending()).isFalse();
            assertThat(warnings.about(Thread.currentThread().getName())).isEmpty();
        }
    }

    @Test
    void anExaminationDoesNotTakeBackTheMarkOfALaterCommit() {
        ScopeStack stack = registry.own();
        stack.enter();
        marks.committed(1);
        long mark = stack.mark();
        marks.committed(2);
        marks.examined(stack, mark);
        assertThat(marks.isPending()).isTrue();
        marks.examined(stack, stack.mark());
        assertThat(marks.isPending()).isFalse();
    }

    private void passTime() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }
}
