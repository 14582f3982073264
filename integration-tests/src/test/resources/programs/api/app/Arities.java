package app;

import dev.subsecond.runtime.HotFn0;
import dev.subsecond.runtime.HotFn1;
import dev.subsecond.runtime.HotFn2;
import dev.subsecond.runtime.HotFn3;
import dev.subsecond.runtime.HotFn4;
import dev.subsecond.runtime.HotFn5;
import dev.subsecond.runtime.HotFn6;
import dev.subsecond.runtime.HotFn7;
import dev.subsecond.runtime.HotFn8;
import dev.subsecond.runtime.HotFn9;

final class Arities {

    static String line(int base) {
        return HotFn0.current(() -> base).call()
                + " " + HotFn1.current((Integer a) -> base + a).call(1)
                + " " + HotFn2.current((Integer a, Integer b) -> base + a + b).call(1, 2)
                + " " + HotFn3.current((Integer a, Integer b, Integer c) -> base + a + b + c).call(1, 2, 3)
                + " " + HotFn4.current((Integer a, Integer b, Integer c, Integer d) -> base + a + b + c + d)
                        .call(1, 2, 3, 4)
                + " " + HotFn5.current((Integer a, Integer b, Integer c, Integer d, Integer e) -> base + a + b + c + d + e)
                        .call(1, 2, 3, 4, 5)
                + " " + HotFn6.current((Integer a, Integer b, Integer c, Integer d, Integer e, Integer f) ->
                                base + a + b + c + d + e + f)
                        .call(1, 2, 3, 4, 5, 6)
                + " " + HotFn7.current((Integer a, Integer b, Integer c, Integer d, Integer e, Integer f, Integer g) ->
                                base + a + b + c + d + e + f + g)
                        .call(1, 2, 3, 4, 5, 6, 7)
                + " " + HotFn8.current(
                                (Integer a, Integer b, Integer c, Integer d, Integer e, Integer f, Integer g, Integer h) ->
                                        base + a + b + c + d + e + f + g + h)
                        .call(1, 2, 3, 4, 5, 6, 7, 8)
                + " " + HotFn9.current((Integer a, Integer b, Integer c, Integer d, Integer e, Integer f, Integer g, Integer h,
                                        Integer i) ->
                                base + a + b + c + d + e + f + g + h + i)
                        .call(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
}
