package app;

import dev.subsecond.runtime.HotFn0;
import dev.subsecond.runtime.HotFn3;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import java.io.IOException;
import java.lang.Long;
import java.lang.String;
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
     * Runs the newest code of {@link Game#tick(String, int[])}.
     */
    public static void tick(Game self, String world, int... steps) throws IOException {
        if (!Subsecond.isEnabled()) {
            self.tick(world, steps);
            return;
        }
        try {
            Stubs.TICK_082563E3.invokeExact(self, world, steps);
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    /**
     * The handle of {@link Game#tick(String, int[])}.
     */
    public static HotFn3<Game, String, int[], Void> tick() {
        return Stubs.TICK_082563E3_FN;
    }

    /**
     * Runs the newest code of {@link Game#now()}.
     */
    public static long now() {
        if (!Subsecond.isEnabled()) {
            return Game.now();
        }
        try {
            return (long) Stubs.NOW_C1F938A5.invokeExact();
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    /**
     * The handle of {@link Game#now()}.
     */
    public static HotFn0<Long> nowFn() {
        return Stubs.NOW_C1F938A5_FN;
    }

    private static final class Stubs {
        static final HotTarget TICK_082563E3_TARGET = StubLinker.link(MethodHandles.lookup(), Game.class, "tick", MethodType.methodType(void.class, String.class, int[].class), false);

        static final MethodHandle TICK_082563E3 = TICK_082563E3_TARGET.invoker();

        static final HotFn3<Game, String, int[], Void> TICK_082563E3_FN = HotFn3.of(TICK_082563E3_TARGET);

        static final HotTarget NOW_C1F938A5_TARGET = StubLinker.link(MethodHandles.lookup(), Game.class, "now", MethodType.methodType(long.class), true);

        static final MethodHandle NOW_C1F938A5 = NOW_C1F938A5_TARGET.invoker();

        static final HotFn0<Long> NOW_C1F938A5_FN = HotFn0.of(NOW_C1F938A5_TARGET);

        private Stubs() {
        }
    }
}
