package app;

import dev.subsecond.runtime.HotFn1;
import dev.subsecond.runtime.HotFn2;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import java.lang.Comparable;
import java.lang.Integer;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.lang.Throwable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
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
final class GameHot {
    private GameHot() {
    }

    /**
     * Runs the newest code of {@link Game#pick(List)}.
     */
    static <T_ extends Comparable<T_>, T> T pick(Game<T_> self, List<T> from) {
        if (!Subsecond.isEnabled()) {
            return self.<T>pick(from);
        }
        try {
            return (T) Stubs.PICK_330D019E.invokeExact(self, from);
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    /**
     * The handle of {@link Game#pick(List)}.
     */
    static <T_ extends Comparable<T_>, T> HotFn2<Game<T_>, List<T>, T> pick_List() {
        return (HotFn2<Game<T_>, List<T>, T>) Stubs.PICK_330D019E_FN;
    }

    /**
     * Runs the newest code of {@link Game#pick(int[])}.
     */
    static int pick(int[] from) {
        if (!Subsecond.isEnabled()) {
            return Game.pick(from);
        }
        try {
            return (int) Stubs.PICK_23B65D3C.invokeExact(from);
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    /**
     * The handle of {@link Game#pick(int[])}.
     */
    static HotFn1<int[], Integer> pick_int_Array() {
        return Stubs.PICK_23B65D3C_FN;
    }

    private static final class Stubs {
        static final HotTarget PICK_330D019E_TARGET = StubLinker.link(MethodHandles.lookup(), Game.class, "pick", MethodType.methodType(Object.class, List.class), false);

        static final MethodHandle PICK_330D019E = PICK_330D019E_TARGET.invoker();

        static final HotFn2<?, ?, ?> PICK_330D019E_FN = HotFn2.of(PICK_330D019E_TARGET);

        static final HotTarget PICK_23B65D3C_TARGET = StubLinker.link(MethodHandles.lookup(), Game.class, "pick", MethodType.methodType(int.class, int[].class), true);

        static final MethodHandle PICK_23B65D3C = PICK_23B65D3C_TARGET.invoker();

        static final HotFn1<int[], Integer> PICK_23B65D3C_FN = HotFn1.of(PICK_23B65D3C_TARGET);

        private Stubs() {
        }
    }
}
