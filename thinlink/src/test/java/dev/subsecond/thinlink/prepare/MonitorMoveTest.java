package dev.subsecond.thinlink.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synchronized method takes and releases its monitor as before, but in its body. */
class MonitorMoveTest {

    private static final String SOURCE = """
            public class Box {
                static synchronized boolean ofClass() { return Thread.holdsLock(Box.class); }
                synchronized Object loop(long a, double b, String s) throws Exception {
                    int n = 0;
                    for (long i = 0; i < a; i++) {
                        try {
                            if (i == 2) { continue; }
                            if (s == null) { throw new IllegalStateException("null"); }
                            n += s.length();
                        } catch (IllegalStateException e) {
                            return "caught" + Thread.holdsLock(this);
                        } finally {
                            n++;
                        }
                    }
                    if (b > 1) { throw new Exception("out" + Thread.holdsLock(this)); }
                    return n + "" + Thread.holdsLock(this);
                }
                synchronized void spin() { while (true) { if (Thread.holdsLock(this)) { return; } } }
                synchronized int throwing() { throw new IllegalStateException(); }
                synchronized void waiting() throws InterruptedException { notifyAll(); wait(1); }
                synchronized long wide(long x) { return x << 33; }
                synchronized double real(double x) { return x / 2; }
                public static String show() throws Exception {
                    Box b = new Box();
                    String s = "" + ofClass() + b.loop(3, 0.5, "xy") + b.loop(3, 0.5, null) + b.wide(1) + b.real(3);
                    b.spin();
                    b.waiting();
                    try { b.throwing(); } catch (IllegalStateException e) { s += Thread.holdsLock(b); }
                    try { b.loop(1, 2, "x"); } catch (Exception e) { s += e.getMessage() + Thread.holdsLock(b); }
                    return s + Thread.holdsLock(b) + Thread.holdsLock(Box.class);
                }
            }
            """;

    private static final String SHOWN =
            "true" + "7true" + "caughttrue" + "8589934592" + "1.5" + "false" + "outtruefalse" + "falsefalse";

    @TempDir
    Path folder;

    @Test
    void takesAndReleasesTheMonitorOnEveryWayOut() throws Exception {
        Map<String, byte[]> compiled = Compiler.compile(folder, "Box.java", SOURCE);
        assertThat(show(compiled)).as("as compiled").isEqualTo(SHOWN);
        assertThat(show(prepared(compiled, EnumSet.allOf(PrepareRule.class))))
                .as("prepared")
                .isEqualTo(SHOWN);
        assertThat(show(prepared(compiled, EnumSet.of(PrepareRule.OWN_MONITORS))))
                .as("by this rule alone")
                .isEqualTo(SHOWN);
    }

    @Test
    void theJvmTakesNoneAnyMoreUnlessTheRuleIsOff() throws Exception {
        Map<String, byte[]> compiled = Compiler.compile(folder, "Box.java", SOURCE);
        assertThat(isSynchronized(prepared(compiled, EnumSet.allOf(PrepareRule.class))))
                .isFalse();
        assertThat(isSynchronized(prepared(compiled, EnumSet.complementOf(EnumSet.of(PrepareRule.OWN_MONITORS)))))
                .isTrue();
    }

    private static Map<String, byte[]> prepared(Map<String, byte[]> compiled, Set<PrepareRule> rules) {
        Map<String, byte[]> prepared = new TreeMap<>();
        compiled.forEach((name, bytes) ->
                prepared.put(name, new Preparer(rules).prepare(bytes).bytes()));
        return prepared;
    }

    private static boolean isSynchronized(Map<String, byte[]> classes) throws Exception {
        Method m = load(classes).getDeclaredMethod("spin");
        return Modifier.isSynchronized(m.getModifiers());
    }

    private static Object show(Map<String, byte[]> classes) throws Exception {
        return load(classes).getMethod("show").invoke(null);
    }

    private static Class<?> load(Map<String, byte[]> classes) throws Exception {
        return new MapLoader(classes, MonitorMoveTest.class.getClassLoader()).loadClass("Box");
    }
}
