package app;

import dev.subsecond.runtime.HotFn3;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import java.lang.Comparable;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.lang.Throwable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javax.annotation.processing.Generated;

/**
 * Calls the hot methods of {@link Game.Inner}.
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
final class Game_InnerHot {
    private Game_InnerHot() {
    }

    /**
     * Runs the newest code of {@link Game.Inner#pick(Object, Comparable)}.
     */
    static <T_, U extends Comparable<U>, T> T pick(Game<T_>.Inner<U> self, T from, U key) {
        if (!Subsecond.isEnabled()) {
            return self.<T>pick(from, key);
        }
        try {
            return (T) Stubs.PICK_E302C8DF.invokeExact(self, from, key);
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    /**
     * The handle of {@link Game.Inner#pick(Object, Comparable)}.
     */
    static <T_, U extends Comparable<U>, T> HotFn3<Game<T_>.Inner<U>, T, U, T> pick() {
        return (HotFn3<Game<T_>.Inner<U>, T, U, T>) Stubs.PICK_E302C8DF_FN;
    }

    private static final class Stubs {
        static final HotTarget PICK_E302C8DF_TARGET = StubLinker.link(MethodHandles.lookup(), Game.Inner.class, "pick", MethodType.methodType(Object.class, Object.class, Comparable.class), false);

        static final MethodHandle PICK_E302C8DF = PICK_E302C8DF_TARGET.invoker();

        static final HotFn3<?, ?, ?, ?> PICK_E302C8DF_FN = HotFn3.of(PICK_E302C8DF_TARGET);

        private Stubs() {
        }
    }
}
