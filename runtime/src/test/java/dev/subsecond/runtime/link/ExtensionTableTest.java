package dev.subsecond.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExtensionTableTest {

    @Test
    void equalObjectsHaveExtensionsOfTheirOwn() {
        List<String> one = new ArrayList<>(List.of("a"));
        List<String> other = new ArrayList<>(List.of("a"));
        assertThat(ExtensionTable.hang(one, null, "first")).isTrue();
        assertThat(ExtensionTable.head(other)).isNull();
        one.add("its hash code is another now");
        assertThat(ExtensionTable.head(one)).isEqualTo("first");
    }

    @Test
    void headIsReplacedOnlyIfItIsTheExpectedOne() {
        Object owner = new Object();
        Object first = new Object();
        Object second = new Object();
        assertThat(ExtensionTable.hang(owner, first, second))
                .as("none is there")
                .isFalse();
        assertThat(ExtensionTable.hang(owner, null, first)).isTrue();
        assertThat(ExtensionTable.hang(owner, null, second)).as("one is there").isFalse();
        assertThat(ExtensionTable.hang(owner, first, second)).isTrue();
        assertThat(ExtensionTable.head(owner)).isSameAs(second);
    }

    @Test
    void nullFailsAsAFieldAccessDoes() {
        assertThatNullPointerException().isThrownBy(() -> ExtensionTable.head(null));
    }

    @Test
    void objectsAreNotKeptAlive() throws InterruptedException {
        List<WeakReference<Object>> owners = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Object owner = new Object();
            ExtensionTable.hang(owner, null, "value " + i);
            owners.add(new WeakReference<>(owner));
        }
        owners.removeIf(owner -> owner.refersTo(null));
        while (!owners.isEmpty()) {
            System.gc();
            Thread.onSpinWait();
            owners.removeIf(owner -> owner.refersTo(null));
        }
        while (ExtensionTable.size() > 500) {
            Thread.onSpinWait(); // the collector tells of its finds a little later
        }
        assertThat(ExtensionTable.size()).as("entries of objects that are gone").isLessThan(500);
    }

    @Test
    void oneOfManyThreadsHangsTheFirst() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 200; round++) {
                Object owner = new Object();
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Boolean>> wins = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    Object mine = new Object();
                    wins.add(threads.submit(() -> {
                        start.await();
                        return ExtensionTable.hang(owner, null, mine) && ExtensionTable.head(owner) == mine;
                    }));
                }
                start.countDown();
                int won = 0;
                for (Future<Boolean> win : wins) {
                    won += win.get() ? 1 : 0;
                }
                assertThat(won)
                        .as("threads that hung theirs in round %s", round)
                        .isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
