package dev.subsecond.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.PatchEvent;
import dev.subsecond.runtime.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Point 6 of the runtime's promises: handlers are told of patches in order, and can be removed. */
class HandlersTest {

    private static final Logger LOGGER = Logger.getLogger("dev.subsecond");

    private final Handlers handlers = new Handlers();
    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void expectReports() {
        LOGGER.setLevel(Level.OFF);
    }

    @AfterEach
    void showReports() {
        LOGGER.setLevel(null);
    }

    @Test
    void areCalledInTheOrderOfTheirRegistration() {
        add("a");
        add("b");
        add("c");
        tell(1);
        assertThat(calls).containsExactly("a1", "b1", "c1");
    }

    @Test
    void removedHandlerIsNotCalledAgain() {
        Registration a = add("a");
        add("b");
        tell(1);
        a.close();
        a.close();
        tell(2);
        assertThat(calls).containsExactly("a1", "b1", "b2");
    }

    @Test
    void oneOfTwoEqualRegistrationsIsRemoved() {
        Registration first = add("a");
        add("a");
        first.close();
        tell(1);
        assertThat(calls).containsExactly("a1");
    }

    @Test
    void handlerThatThrowsDoesNotDisturbTheOthers() {
        handlers.add(event -> throwAny(new Exception("checked")), Runnable::run);
        handlers.add(event -> throwAny(new AssertionError("error")), Runnable::run);
        add("b");
        tell(1);
        tell(2);
        assertThat(calls).containsExactly("b1", "b2");
    }

    @Test
    void handlerMayRemoveItself() {
        List<Registration> own = new ArrayList<>();
        own.add(handlers.add(
                event -> {
                    calls.add("once");
                    own.get(0).close();
                },
                Runnable::run));
        add("b");
        tell(1);
        tell(2);
        assertThat(calls).containsExactly("once", "b1", "b2");
    }

    @Test
    void handlerMayRemoveALaterOneInTime() {
        List<Registration> later = new ArrayList<>();
        handlers.add(event -> later.get(0).close(), Runnable::run);
        later.add(add("never"));
        tell(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void handlerAddedByAHandlerIsToldOfTheNextPatch() {
        handlers.add(event -> add("new" + event.generation() + "-"), Runnable::run);
        tell(1);
        assertThat(calls).isEmpty();
        tell(2);
        assertThat(calls).containsExactly("new1-2");
    }

    @Test
    void handlerMayApplyTheNextPatch() {
        handlers.add(
                event -> {
                    if (event.generation() == 1) {
                        tell(2);
                    }
                },
                Runnable::run);
        add("b");
        tell(1);
        assertThat(calls).containsExactly("b2", "b1");
    }

    @Test
    void executorRunsItsHandler() {
        List<Runnable> tasks = new ArrayList<>();
        handlers.add(event -> calls.add("later"), tasks::add);
        add("b");
        tell(1);
        assertThat(calls).containsExactly("b1");
        tasks.get(0).run();
        assertThat(calls).containsExactly("b1", "later");
    }

    @Test
    void handlerRemovedBeforeItsExecutorComesToItIsNotCalled() {
        List<Runnable> tasks = new ArrayList<>();
        Registration registration = handlers.add(event -> calls.add("later"), tasks::add);
        tell(1);
        registration.close();
        tasks.get(0).run();
        assertThat(calls).isEmpty();
    }

    @Test
    void executorThatRefusesDoesNotDisturbTheOthers() {
        handlers.add(event -> calls.add("refused"), task -> {
            throw new RejectedExecutionException("closed");
        });
        add("b");
        tell(1);
        assertThat(calls).containsExactly("b1");
    }

    private Registration add(String name) {
        return handlers.add(event -> calls.add(name + event.generation()), Runnable::run);
    }

    private void tell(long generation) {
        handlers.tell(new PatchEvent(generation, List.of(), Set.of(), Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void throwAny(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
