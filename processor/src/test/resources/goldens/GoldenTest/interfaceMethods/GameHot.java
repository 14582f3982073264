package app;

import dev.subsecond.runtime.HotFn0;
import dev.subsecond.runtime.HotFn2;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.lang.Throwable;
import java.lang.Void;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javax.annotation.processing.Generated;

/**
 * Calls the hot methods of {@link Game}.
 */
@Generated("dev.subsecond.processor.HotProcessor")
@SuppressWarnings({
        "cast",
        "deprecation",
        "exports",
        "overloads",
        "rawtypes",
        "removal",
        "unchecked",
        "varargs"
})
public final class GameHot {
    private GameHot() {
    }

    /**
     * Runs the newest code of {@link Game#tick(Object)}.
     */
    public static <T> void tick(Game<T> self, T world) {
        if (!Subsecond.isEnabled()) {
            self.tick(world);
            return;
        }
        try {
            Stubs.TICK_3C1DFBE4.invokeExact(self, world);
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    /**
     * The handle of {@link Game#tick(Object)}.
     */
    public static <T> HotFn2<Game<T>, T, Void> tick() {
        return (HotFn2<Game<T>, T, Void>) Stubs.TICK_3C1DFBE4_FN;
    }

    /**
     * Runs the newest code of {@link Game#start()}.
     */
    public static <T> Game<T> start() {
        if (!Subsecond.isEnabled()) {
            return Game.<T>start();
        }
        try {
            return (Game<T>) Stubs.START_87CC2CF4.invokeExact();
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    /**
     * The handle of {@link Game#start()}.
     */
    public static <T> HotFn0<Game<T>> startFn() {
        return (HotFn0<Game<T>>) Stubs.START_87CC2CF4_FN;
    }

    private static final class Stubs {
        static final HotTarget TICK_3C1DFBE4_TARGET = StubLinker.link(MethodHandles.lookup(), Game.class, "tick", MethodType.methodType(void.class, Object.class), false);

        static final MethodHandle TICK_3C1DFBE4 = TICK_3C1DFBE4_TARGET.invoker();

        static final HotFn2<?, ?, ?> TICK_3C1DFBE4_FN = HotFn2.of(TICK_3C1DFBE4_TARGET);

        static final HotTarget START_87CC2CF4_TARGET = StubLinker.link(MethodHandles.lookup(), Game.class, "start", MethodType.methodType(Game.class), true);

        static final MethodHandle START_87CC2CF4 = START_87CC2CF4_TARGET.invoker();

        static final HotFn0<?> START_87CC2CF4_FN = HotFn0.of(START_87CC2CF4_TARGET);

        private Stubs() {
        }
    }
}
