package dev.subsecond.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.subsecond.processor.Program.Mode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that call stubs, with the real runtime on and off: a stub does what its method does. */
final class StubBehaviourTest {

    private static final String HEAD = """
            package app;
            import dev.subsecond.annotations.Hot;
            import dev.subsecond.runtime.*;
            import java.util.*;
            """;

    private static Object run(Mode mode, String game, String body) throws Exception {
        return start(mode, game, body).run();
    }

    private static Program start(Mode mode, String game, String body) {
        return Program.start(
                mode,
                HEAD + game,
                HEAD + "public class Main { public static Object run() throws Exception { " + body + " } }");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void primitivesOfEveryKindComeThroughUnchanged(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game {
                    @Hot static String all(boolean z, byte b, char c, short s, int i, long j, float f, double d) {
                        return z + " " + b + " " + c + " " + s + " " + i + " " + j + " " + f + " " + d;
                    }
                    @Hot static boolean not(boolean z) { return !z; }
                    @Hot static byte b(byte b) { return b; }
                    @Hot static char c(char c) { return c; }
                    @Hot static short s(short s) { return s; }
                    @Hot static int i(int i) { return i; }
                    @Hot static long j(long j) { return j; }
                    @Hot static float f(float f) { return f; }
                    @Hot static double d(double d) { return d; }
                }
                """, """
                return GameHot.all(GameHot.not(false), GameHot.b((byte) -128), GameHot.c('x'), GameHot.s((short) 300),
                        GameHot.i(Integer.MIN_VALUE), GameHot.j(Long.MAX_VALUE), GameHot.f(1.5f), GameHot.d(Double.MIN_VALUE));
                """);
        assertThat(result).isEqualTo("true -128 x 300 -2147483648 9223372036854775807 1.5 4.9E-324");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instanceMethodsRunOnTheirReceiverAndOverridesStay(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game {
                    int ticks;
                    @Hot void tick(int by) { ticks += by; }
                    @Hot protected String name() { return "game" + ticks; }
                    static class Chess extends Game { @Override protected String name() { return "chess" + ticks; } }
                }
                """, """
                Game game = new Game();
                GameHot.tick(game, 2);
                Game.Chess chess = new Game.Chess();
                GameHot.tick(chess, 3);
                return GameHot.name(game) + GameHot.name(chess);
                """);
        assertThat(result).isEqualTo("game2chess3");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aNullReceiverIsANullPointerException(Mode mode) {
        assertThatThrownBy(() -> run(mode, "class Game { @Hot void tick() {} }", "GameHot.tick(null); return 0;"))
                .isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void arraysAndVarargsKeepTheirShape(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game {
                    @Hot static int sum(int... values) { return values == null ? -1 : Arrays.stream(values).sum(); }
                    @Hot String join(String separator, Object... values) { return values.length + separator + Arrays.toString(values); }
                    @Hot static String[][] grid(int[][] cells) { return new String[cells.length][cells[0].length]; }
                }
                """, """
                Game game = new Game();
                return GameHot.sum() + " " + GameHot.sumFn().call(new int[] {9}) + " " + GameHot.sum(1) + " " + GameHot.sum(1, 2, 3) + " " + GameHot.sum((int[]) null)
                        + " " + GameHot.join(game, ":") + " " + GameHot.join(game, ":", "a", 1)
                        + " " + GameHot.join(game, ":", new Object[] {"b"}) + " " + GameHot.grid(new int[2][3])[1].length;
                """);
        assertThat(result).isEqualTo("0 9 1 6 -1 0:[] 2:[a, 1] 1:[b] 3");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void genericsOfClassAndMethodKeepTheirBounds(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game<K extends Comparable<K>, V extends List<? super K>> {
                    final Map<K, V> map = new TreeMap<>();
                    @Hot V put(K key, V value) { map.put(key, value); return map.get(key); }
                    @Hot <K extends Number & Comparable<K>> K larger(K a, K b) { return a.compareTo(b) > 0 ? a : b; }
                    @Hot static <T, X extends Exception> T orThrow(T value, java.util.function.Supplier<? extends X> x) throws X {
                        if (value == null) { throw x.get(); }
                        return value;
                    }
                    @Hot @SafeVarargs @SuppressWarnings("varargs") static <T> List<T> list(T... values) { return new ArrayList<>(Arrays.asList(values)); }
                    @Hot static <T> Map.Entry<T, ? extends List<T[]>> entry(T key) { return Map.entry(key, List.of()); }
                    @Hot static <T> T nothing() { return null; }
                }
                """, """
                Game<String, List<Object>> game = new Game<>();
                List<Object> put = GameHot.put(game, "k", new ArrayList<>(List.of("v")));
                int larger = GameHot.larger(game, 3, 4);
                String there = GameHot.orThrow("there", IllegalStateException::new);
                List<Integer> list = GameHot.list(1, 2);
                Map.Entry<String, ? extends List<String[]>> entry = GameHot.entry("e");
                String nothing = GameHot.nothing();
                HotFn3<Game<String, List<Object>>, String, List<Object>, List<Object>> handle = GameHot.put();
                return "" + put + larger + there + list + entry + nothing + handle.call(game, "l", new ArrayList<>());
                """);
        assertThat(result).isEqualTo("[v]4there[1, 2]e=[]null[]");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void checkedExceptionsPassUnchangedAndStayDeclared(Mode mode) {
        assertThatThrownBy(() -> run(mode, """
                        class Game {
                            static final java.io.IOException LOST = new java.io.IOException("lost");
                            @Hot void save() throws java.io.IOException { throw LOST; }
                        }
                        """, """
                        try {
                            GameHot.save(new Game());
                            return "no exception";
                        } catch (java.io.IOException e) {
                            if (e != Game.LOST) { return "another one"; }
                            throw e;
                        }
                        """))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("lost")
                .hasNoCause();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void overloadsAreToldApart(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game {
                    @Hot static String at(int x) { return "int"; }
                    @Hot static String at(Integer x) { return "Integer"; }
                    @Hot static String at(Object x) { return "Object"; }
                    @Hot static String at(Object... x) { return "Object..."; }
                    @Hot static String at() { return "none"; }
                    @Hot String at(Map.Entry<String, int[]> x) { return "Entry"; }
                    static String at(long x) { return "not hot"; }
                }
                """, """
                Integer boxed = 1;
                return GameHot.at(1) + " " + GameHot.at(boxed) + " " + GameHot.at((Object) "") + " " + GameHot.at("a", "b") + " " + GameHot.at()
                        + " " + GameHot.at(new Game(), null) + " | "
                        + GameHot.at_int().call(1) + " " + GameHot.at_Integer().call(1) + " " + GameHot.at_Object().call(1)
                        + " " + GameHot.at_Object_Array().call(new Object[0]) + " " + GameHot.atFn().call()
                        + " " + GameHot.at_Entry().call(new Game(), null);
                """);
        assertThat(result)
                .isEqualTo("int Integer Object Object... none Entry | int Integer Object Object... none Entry");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void nestedClassesHaveStubsOfTheirOwn(Mode mode) throws Exception {
        Object result = run(mode, """
                class Outer {
                    @Hot static String go() { return "outer"; }
                    static class Inner {
                        @Hot String go() { return "inner"; }
                        static class Deep { @Hot static String go(Inner inner) { return "deep"; } }
                    }
                    interface Around { class In { @Hot static String go() { return "around"; } } }
                }
                """, """
                return OuterHot.go() + Outer_InnerHot.go(new Outer.Inner()) + Outer_Inner_DeepHot.go(null)
                        + Outer_Around_InHot.go();
                """);
        assertThat(result).isEqualTo("outerinnerdeeparound");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void zeroToNineValuesHaveStubsAndHandles(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game {
                    static int calls;
                    @Hot static void none() { calls++; }
                    @Hot static int nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) { return a + i; }
                    @Hot int eight(int a, int b, int c, int d, int e, int f, int g, int h) { return a + h; }
                }
                """, """
                GameHot.none();
                Void nothing = GameHot.noneFn().call();
                HotFn9<Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer, Integer> nine = GameHot.nine();
                return nothing + " " + Game.calls + " " + GameHot.nine(1, 2, 3, 4, 5, 6, 7, 8, 9) + " " + nine.call(2, 2, 3, 4, 5, 6, 7, 8, 9)
                        + " " + GameHot.eight(new Game(), 1, 2, 3, 4, 5, 6, 7, 8) + " " + GameHot.eight().call(new Game(), 2, 2, 3, 4, 5, 6, 7, 8);
                """);
        assertThat(result).isEqualTo("null 2 10 11 9 10");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void handlesSayWhatTheyAre(Mode mode) throws Exception {
        Object result =
                run(mode, "class Game { @Hot void tick(String world) {} @Hot static long now() { return 7; } }", """
                HotFn2<Game, String, Void> tick = GameHot.tick();
                HotFn0<Long> now = GameHot.nowFn();
                return tick.name() + " " + tick.version() + " " + now.name() + " " + now.tryCallWithPtr(now.ptrAddress())
                        + " " + tick.equals(GameHot.tick());
                """);
        assertThat(result).isEqualTo("app.Game.tick(String) 0 app.Game.now() 7 true");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void handleNamesGiveWayUntilTheyAreFree(Mode mode) throws Exception {
        Object result = run(mode, """
                class Game {
                    @Hot static String go() { return "go"; }
                    @Hot static String goFn() { return "goFn"; }
                    @Hot static String on(java.util.Date d) { return "util"; }
                    @Hot static String on(Date d) { return "own"; }
                    @Hot public String toString() { return "game"; }
                    static class Date {}
                }
                """, """
                return GameHot.goFn() + GameHot.goFnFn().call() + GameHot.goFnFnFn().call()
                        + GameHot.on_Date().call(null) + GameHot.on_DateFn().call(null) + GameHot.toStringFn().call(new Game());
                """);
        assertThat(result).isEqualTo("goFngogoFnutilowngame");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theUsersNamesMayBeThoseOfGeneratedCode(Mode mode) throws Exception {
        Program program = Program.start(
                mode,
                HEAD + """
                class Game<Stubs> {
                    @Hot static String tick(String self, int thrown, String Subsecond, String StubLinker, String Game) {
                        return self + thrown + Subsecond + StubLinker + Game;
                    }
                    @Hot String self(String self, String self_, String Stubs) { return self + self_ + Stubs; }
                    @Hot static String tickFn(String tick) { return tick; }
                    @Hot static String own(Subsecond a, MethodHandle b, Throwable c, String d, HotTarget e, Override f) { return "own"; }
                    static class Throwable {}
                    static class Override {}
                }
                """,
                "package app;\nclass Subsecond {}",
                "package app;\nclass MethodHandle {}",
                "package app;\nclass HotTarget {}",
                """
                package app;
                public class Main { public static Object run() { return GameHot.tick("a", 1, "b", "c", "d") + GameHot.self(new Game<String>(), "e", "f", "g") + GameHot.tickFn("h")
                        + GameHot.own(null, null, null, null, null, null) + GameHot.tickFn().name(); } }
                """);
        assertThat(program.run()).isEqualTo("a1bcdefghownapp.Game.tickFn(String)");
    }

    @Test
    void linkingAStubDoesNotInitialiseTheUsersClass() throws Exception {
        Object result = run(Mode.ON, """
                class Game {
                    static { Log.text += "initialised "; }
                    @Hot static void tick() { Log.text += "ticked "; }
                    static class Log { static String text = ""; }
                }
                """, """
                HotFn0<Void> handle = GameHot.tickFn();
                Game.Log.text += "linked ";
                handle.call();
                return Game.Log.text;
                """);
        assertThat(result).isEqualTo("linked initialised ticked ");
    }

    @Test
    void nothingIsLinkedWhileOff() throws Exception {
        Program program = start(
                Mode.OFF, "class Game { @Hot static int tick(int x) { return x + 1; } }", "return GameHot.tick(1);");
        assertThat(program.run()).isEqualTo(2);
        assertThat(program.hasLoaded("app.GameHot")).isTrue();
        assertThat(program.hasLoaded("app.GameHot$Stubs")).isFalse();
        assertThat(program.hasLoadedFrom("dev.subsecond.runtime.link")).isFalse();
    }

    @Test
    void stubsAreLinkedWhileOn() throws Exception {
        Program program = start(
                Mode.ON, "class Game { @Hot static int tick(int x) { return x + 1; } }", "return GameHot.tick(1);");
        assertThat(program.run()).isEqualTo(2);
        assertThat(program.hasLoaded("app.GameHot$Stubs")).isTrue();
    }
}
