package dev.subsecond.runtime.nativecode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java types are which C types. */
class NativeCallTest {

    private static final String SOURCE = """
            #include <stdbool.h>
            #include <stdint.h>
            #include <stddef.h>
            #include <string.h>
            #include <wchar.h>
            struct point { int x; double y; };
            static int calls;
            void count(void) { calls++; }
            int counted(void) { return calls; }
            int8_t next_byte(int8_t x) { return x + 1; }
            int16_t next_short(int16_t x) { return x + 1; }
            int32_t next_int(int32_t x) { return x + 1; }
            int64_t next_long(int64_t x) { return x + 1; }
            float next_float(float x) { return x + 1; }
            double next_double(double x) { return x + 1; }
            wchar_t next_char(wchar_t x) { return x + 1; }
            int is_one(int x) { return x == 1; }
            int many(int x) { return x ? 256 : 0; }
            int32_t bool_as_int(bool b) { return b ? 10 : 20; }
            const char *tail(const char *text) { return text ? strchr(text, ' ') : NULL; }
            int64_t length(const char *text) { return text ? (int64_t) strlen(text) : -1; }
            void twice(int32_t *all, int32_t n) { for (int i = 0; i < n; i++) all[i] *= 2; }
            double sum(const double *all, int32_t n) { double s = 0; for (int i = 0; i < n; i++) s += all[i]; return s; }
            int32_t first(const int32_t *p) { return p[0]; }
            void move(struct point *p) { p->x += 1; p->y *= 2; }
            void *same(void *p) { return p; }
            int32_t apply(int32_t (*f)(int32_t), int32_t x) { return f(x); }
            double mixed(int8_t a, int64_t b, float c, double d, const char *e, int32_t f, int32_t g, int32_t h, double i) {
                return a + b + c + d + strlen(e) + f + g + h + i;
            }
            """;

    @TempDir
    static Path folder;

    private static SharedLibrary library;

    @FieldOrder({"x", "y"})
    public static class Point extends Structure {
        public int x;
        public double y;
    }

    public interface IntFunction extends Callback {
        int call(int x);
    }

    @BeforeAll
    static void compile() {
        library = SharedLibrary.named(
                CLibrary.compile(folder.resolve("types.so"), SOURCE).file().toString());
    }

    @Test
    void integersHaveTheirOwnWidths() throws Throwable {
        assertThat((byte) handle("next_byte", byte.class, byte.class).invokeExact(Byte.MAX_VALUE))
                .isEqualTo(Byte.MIN_VALUE);
        assertThat((short) handle("next_short", short.class, short.class).invokeExact(Short.MAX_VALUE))
                .isEqualTo(Short.MIN_VALUE);
        assertThat((int) handle("next_int", int.class, int.class).invokeExact(Integer.MAX_VALUE))
                .isEqualTo(Integer.MIN_VALUE);
        assertThat((long) handle("next_long", long.class, long.class).invokeExact(Long.MAX_VALUE))
                .isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void floatingPointNumbersAreThemselves() throws Throwable {
        assertThat((float) handle("next_float", float.class, float.class).invokeExact(1.5f))
                .isEqualTo(2.5f);
        assertThat((double) handle("next_double", double.class, double.class).invokeExact(1.5))
                .isEqualTo(2.5);
    }

    @Test
    void aCharIsAWideCharacter() throws Throwable {
        assertThat((char) handle("next_char", char.class, char.class).invokeExact('ソ'))
                .isEqualTo('ゾ');
    }

    @Test
    void aBooleanIsPassedAsZeroOrOneAndReturnedAsAnyInt() throws Throwable {
        MethodHandle isOne = handle("is_one", boolean.class, boolean.class);
        assertThat((boolean) isOne.invokeExact(true)).isTrue();
        assertThat((boolean) isOne.invokeExact(false)).isFalse();
        MethodHandle many = handle("many", boolean.class, boolean.class);
        assertThat((boolean) many.invokeExact(true)).isTrue();
        assertThat((boolean) many.invokeExact(false)).isFalse();
        MethodHandle asBool = handle("bool_as_int", int.class, boolean.class);
        assertThat((int) asBool.invokeExact(true)).isEqualTo(10);
        assertThat((int) asBool.invokeExact(false)).isEqualTo(20);
    }

    @Test
    void aStringIsUtf8AndMayBeNull() throws Throwable {
        MethodHandle length = handle("length", long.class, String.class);
        assertThat((long) length.invokeExact("größer ソ")).isEqualTo(12);
        assertThat((long) length.invokeExact((String) null)).isEqualTo(-1);
        MethodHandle tail = handle("tail", String.class, String.class);
        assertThat((String) tail.invokeExact("größer ソース")).isEqualTo(" ソース");
        assertThat((String) tail.invokeExact("none")).isNull();
    }

    @Test
    void arraysOfPrimitivesAreCopiedThereAndBack() throws Throwable {
        int[] all = {1, 2, 3};
        handle("twice", void.class, int[].class, int.class).invokeExact(all, 3);
        assertThat(all).containsExactly(2, 4, 6);
        assertThat((double)
                        handle("sum", double.class, double[].class, int.class).invokeExact(new double[] {0.5, 1.5}, 2))
                .isEqualTo(2.0);
    }

    @Test
    void aDirectBufferIsItsMemory() throws Throwable {
        ByteBuffer buffer = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
        buffer.putInt(0, 21);
        handle("twice", void.class, ByteBuffer.class, int.class).invokeExact(buffer, 1);
        assertThat(buffer.getInt(0)).isEqualTo(42);
        IntBuffer ints = buffer.asIntBuffer();
        assertThat((int) handle("first", int.class, IntBuffer.class).invokeExact(ints))
                .isEqualTo(42);
    }

    @Test
    void pointersStructuresAndCallbacksAreThoseOfJna() throws Throwable {
        try (Memory memory = new Memory(4)) {
            Pointer same =
                    (Pointer) handle("same", Pointer.class, Pointer.class).invokeExact((Pointer) memory);
            assertThat(Pointer.nativeValue(same)).isEqualTo(Pointer.nativeValue(memory));
        }
        Point point = new Point();
        point.x = 1;
        point.y = 1.5;
        handle("move", void.class, Point.class).invokeExact(point);
        assertThat(point.x).isEqualTo(2);
        assertThat(point.y).isEqualTo(3.0);
        IntFunction plusTwo = x -> x + 2;
        assertThat((int)
                        handle("apply", int.class, IntFunction.class, int.class).invokeExact(plusTwo, 40))
                .isEqualTo(42);
    }

    @Test
    void nothingIsPassedAndNothingReturned() throws Throwable {
        MethodHandle counted = handle("counted", int.class);
        int before = (int) counted.invokeExact();
        handle("count", void.class).invokeExact();
        assertThat((int) counted.invokeExact()).isEqualTo(before + 1);
    }

    @Test
    void manyArgumentsOfAllKindsArriveInTheirPlaces() throws Throwable {
        MethodHandle mixed = handle(
                "mixed",
                double.class,
                byte.class,
                long.class,
                float.class,
                double.class,
                String.class,
                int.class,
                int.class,
                int.class,
                double.class);
        double sum = (double) mixed.invokeExact((byte) 1, 20L, 300f, 4000.0, "12345", 6, 7, 8, 0.5);
        assertThat(sum).isEqualTo(1 + 20 + 300 + 4000 + 5 + 6 + 7 + 8 + 0.5);
    }

    @ParameterizedTest
    @ValueSource(classes = {Object.class, List.class, Integer.class, String[].class, int[][].class, Enum.class})
    void theseCannotBePassed(Class<?> type) {
        assertThat(NativeCall.misfit(MethodType.methodType(void.class, int.class, type)))
                .isEqualTo(1);
        assertThat(NativeCall.canBeReturned(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(classes = {int[].class, Buffer.class, Memory.class, Structure.class})
    void theseCanBePassedButNotReturned(Class<?> type) {
        assertThat(NativeCall.misfit(MethodType.methodType(void.class, type))).isEqualTo(-1);
        assertThat(NativeCall.canBeReturned(type)).isFalse();
    }

    private static MethodHandle handle(String symbol, Class<?> result, Class<?>... parameters) {
        return NativeCall.handle(library.address(symbol), MethodType.methodType(result, parameters));
    }
}
