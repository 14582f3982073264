package dev.subsecond.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handles as generated code makes them, and those of closures. What a patch does to them is tested with the engine. */
class HotFnTest {

    private static final HotFnPtr FOREIGN = new HotFnPtr(42);

    private final List<String> log = new ArrayList<>();

    static int plus(int a, long b) {
        return (int) (a + b);
    }

    static String join(String... parts) {
        return String.join("+", parts);
    }

    static void fail(String message) throws IOException {
        throw new IOException(message);
    }

    static int nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) {
        return ((((((((a * 10 + b) * 10 + c) * 10 + d) * 10 + e) * 10 + f) * 10 + g) * 10 + h) * 10) + i;
    }

    void note(String text) {
        log.add(text);
    }

    @Test
    void callsAStaticMethodWithPrimitives() {
        HotFn2<Integer, Long, Integer> plus = HotFn2.of(target("plus", true, int.class, int.class, long.class));
        assertThat(plus.call(1, 2L)).isEqualTo(3);
        assertThat(plus.tryCall(1, 2L)).isEqualTo(3);
        assertThat(plus.tryCallWithPtr(plus.ptrAddress(), 1, 2L)).isEqualTo(3);
    }

    @Test
    void receiverIsTheFirstValueAndVoidIsNull() {
        HotFn2<HotFnTest, String, Void> note = HotFn2.of(target("note", false, void.class, String.class));
        assertThat(note.call(this, "text")).isNull();
        assertThat(log).containsExactly("text");
    }

    @Test
    void variableArityTakesAnArray() {
        HotFn1<String[], String> join = HotFn1.of(target("join", true, String.class, String[].class));
        assertThat(join.call(new String[] {"a", "b"})).isEqualTo("a+b");
    }

    @Test
    void nineValuesArriveInOrder() {
        Class<?>[] nine = new Class<?>[9];
        Arrays.fill(nine, int.class);
        HotFn9<Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer> fn =
                HotFn9.of(target("nine", true, int.class, nine));
        assertThat(fn.call(1, 2, 3, 4, 5, 6, 7, 8, 9)).isEqualTo(123456789);
    }

    @Test
    void checkedExceptionPassesUnchanged() {
        HotFn1<String, Void> fail = HotFn1.of(target("fail", true, void.class, String.class));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> fail.call("message"))
                .withMessage("message");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> fail.tryCallWithPtr(fail.ptrAddress(), "message"))
                .withNoCause();
    }

    @Test
    void foreignPointerIsRefusedWithTheFunctionAndItsTypes() {
        HotFn2<Integer, Long, Integer> plus = HotFn2.of(target("plus", true, int.class, int.class, long.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plus.tryCallWithPtr(FOREIGN, 1, 2L))
                .withMessageContaining(FOREIGN.toString())
                .withMessageContaining("HotFnTest.plus(int, long)")
                .withMessageContaining("(int,long)int");
    }

    @Test
    void namesItsFunctionAndStartsAtVersionZero() {
        HotFn2<Integer, Long, Integer> plus = HotFn2.of(target("plus", true, int.class, int.class, long.class));
        assertThat(plus.name()).isEqualTo("dev.subsecond.runtime.HotFnTest.plus(int, long)");
        assertThat(plus).hasToString(plus.name());
        assertThat(plus.version()).isZero();
        assertThat(plus.ptrAddress().isManaged()).isTrue();
    }

    @Test
    void handlesOfOneFunctionAreEqualAndListed() {
        HotFn2<Integer, Long, Integer> one = HotFn2.of(target("plus", true, int.class, int.class, long.class));
        HotFn2<Integer, Long, Integer> two = HotFn2.of(target("plus", true, int.class, int.class, long.class));
        HotFn1<String, Void> other = HotFn1.of(target("fail", true, void.class, String.class));
        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two).isNotEqualTo(other);
        assertThat(Subsecond.functions()).contains(one, other);
    }

    @Test
    void closureRunsWithWhatItCaptured() {
        HotFn1<String, Integer> fn = HotFn1.current(text -> {
            log.add(text);
            return log.size();
        });
        assertThat(fn.call("a")).isEqualTo(1);
        assertThat(fn.tryCall("b")).isEqualTo(2);
        assertThat(fn.tryCallWithPtr(fn.ptrAddress(), "c")).isEqualTo(3);
        assertThat(log).containsExactly("a", "b", "c");
    }

    @Test
    void everyArityTakesAClosure() {
        assertThat(HotFn0.current(() -> 0).call()).isZero();
        assertThat(HotFn9.current((a, b, c, d, e, f, g, h, i) -> "" + a + b + c + d + e + f + g + h + i)
                        .call(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .isEqualTo("123456789");
    }

    @Test
    void closureThrowsWhatItThrows() {
        HotFn0<Void> fn = HotFn0.current(() -> {
            throw new IOException("checked");
        });
        assertThatExceptionOfType(IOException.class).isThrownBy(fn::call).withMessage("checked");
    }

    @Test
    void closureKeepsItsPointerAndVersion() {
        List<HotFn0<Integer>> fns = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int captured = i;
            fns.add(HotFn0.current(() -> captured));
        }
        assertThat(fns.get(0).ptrAddress()).isEqualTo(fns.get(1).ptrAddress());
        assertThat(fns.get(0).ptrAddress()).isNotEqualTo(HotFn0.current(() -> 7).ptrAddress());
        assertThat(fns.get(0).ptrAddress().isManaged()).isTrue();
        assertThat(fns.get(0).version()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fns.get(0).tryCallWithPtr(FOREIGN))
                .withMessageContaining("HotFnTest");
    }

    private static HotTarget target(String name, boolean isStatic, Class<?> returned, Class<?>... parameters) {
        MethodType type = MethodType.methodType(returned, parameters);
        return StubLinker.link(MethodHandles.lookup(), HotFnTest.class, name, type, isStatic);
    }
}
