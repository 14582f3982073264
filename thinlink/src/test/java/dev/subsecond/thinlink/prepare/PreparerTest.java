package dev.subsecond.thinlink.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ObjectStreamClass;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** What preparing does to classes that javac made, rule by rule. */
class PreparerTest {

    private static final String ZOO = """
            package zoo;
            import java.io.Serializable;
            import java.util.*;
            import java.util.function.*;

            public class Zoo implements Serializable {
                enum Color { RED, GREEN { @Override int weight() { return 2; } }; int weight() { return 1; } }
                record Point(int x, long y, double z) { Point { if (x < 0) throw new IllegalArgumentException(); } }
                sealed interface Shape permits Round, Flat { default String kind() { return secret(); }
                    private String secret() { return "shape"; } static int count() { return 2; } }
                static final class Round implements Shape {}
                static final class Flat implements Shape { @Override public String kind() { return "flat"; } }
                static abstract class Cell<T> { abstract T get(T t); }
                static class IntCell extends Cell<Integer> { @Override Integer get(Integer i) { return i + 1; } }
                class Inner { int depth; Inner(int depth) { this.depth = depth + offset; } }
                static class Loop { int n; Loop(int limit) { while (true) { if (++n >= limit) break; } } }
                static class Choice extends Loop { Choice(boolean b, int x) { super(b ? x : -x); } }
                static class Chain extends Loop { Chain() { this(3); } Chain(int x) { super(Math.max(x, 1)); n++; } }

                private int offset = 7;

                static long spin(long limit, double step) {
                    while (true) {
                        limit -= 3;
                        if (limit < step) return limit;
                    }
                }
                static int early(int x) { try { return Integer.parseInt("" + x); } catch (RuntimeException e) { return -1; }
                    finally { if (x > 100) x = 0; } }
                static void nothing() {}
                synchronized int locked(byte b, char c, short s, float f, boolean z) { return z ? b + c + s + (int) f : 0; }
                static String sum(Object... xs) { return xs.length + "|" + Arrays.deepToString(xs); }
                static String classify(Object o) {
                    if (o instanceof Integer i && i > 3) return "big " + i;
                    return switch (String.valueOf(o)) { case "a" -> "A"; case "b" -> "B"; default -> "?" + o; };
                }
                Supplier<String> later(String s) { int local = offset; return () -> s + local + this.offset; }
                static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
                int[][] grid(int w) { int[][] g = new int[w][]; for (int i = 0; i < w; i++) g[i] = new int[i]; return g; }

                public static String run() {
                    StringBuilder out = new StringBuilder();
                    Zoo zoo = new Zoo();
                    out.append(Color.RED.weight()).append(Color.valueOf("GREEN").weight()).append(Color.values().length);
                    out.append(new Point(1, 2L, 3.0)).append(new Point(1, 2, 3).equals(new Point(1, 2, 3)));
                    out.append(new Round().kind()).append(new Flat().kind()).append(Shape.count());
                    Cell<Integer> cell = new IntCell();
                    out.append(cell.get(41)).append(zoo.new Inner(1).depth).append(new Loop(5).n);
                    out.append(new Choice(true, 4).n).append(new Chain().n);
                    out.append(spin(100, 2.5)).append(early(7)).append(early(700));
                    nothing();
                    out.append(zoo.locked((byte) 1, 'a', (short) 3, 4.9f, true)).append(sum(1, "x", null));
                    out.append(classify(5)).append(classify("a")).append(classify(2.0)).append(zoo.later("l").get());
                    out.append(fib(10)).append(zoo.grid(3).length);
                    List<String> names = new ArrayList<>(List.of("c", "a", "b"));
                    names.sort(Comparator.comparing(String::length).thenComparing(Function.identity()));
                    return out.append(names).toString();
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aPreparedProgramVerifiesAndDoesWhatItDid() throws Exception {
        Map<String, byte[]> original = zoo();
        Map<String, byte[]> prepared = prepare(original, new Preparer());
        prepared.forEach(
                (name, bytes) -> assertThat(verify(bytes, prepared)).as(name).isEmpty());
        assertThat(run(prepared)).isEqualTo(run(original)).contains("shapeflat2");
    }

    @Test
    void everyMethodWithABodyHasAGuardAndNothingElseHas() {
        prepare(zoo(), new Preparer()).forEach((name, bytes) -> {
            for (MethodNode method : node(bytes).methods) {
                boolean expected = method.instructions.size() > 0 && !method.name.equals("<clinit>");
                assertThat(guards(method)).as(name + "." + method.name).isEqualTo(expected ? 1 : 0);
            }
        });
    }

    @Test
    void javacsClassesLeaveNothingUnguarded() {
        zoo().forEach((name, bytes) ->
                assertThat(new Preparer().prepare(bytes).unguarded()).as(name).isEmpty());
    }

    @Test
    void guardsHaveNoLineNumbersAndThePreparedCodeKeepsItsOwn() {
        Map<String, byte[]> original = zoo();
        assertThat(lines(prepare(original, new Preparer())))
                .isEqualTo(lines(original))
                .isNotEmpty();
    }

    @Test
    void withoutTheRuleThereAreNoGuards() {
        Set<PrepareRule> others = EnumSet.complementOf(EnumSet.of(PrepareRule.GUARDS));
        prepare(zoo(), new Preparer(others))
                .forEach((name, bytes) -> assertThat(node(bytes).methods)
                        .allSatisfy(
                                method -> assertThat(guards(method)).as(name).isZero()));
    }

    @Test
    void ordinaryClassesAndEnumsHaveASlot() throws Exception {
        Map<String, byte[]> prepared = prepare(zoo(), new Preparer());
        assertThat(prepared.entrySet().stream()
                        .filter(e -> hasSlot(e.getValue()))
                        .map(Map.Entry::getKey))
                .contains("zoo.Zoo", "zoo.Zoo$Color", "zoo.Zoo$Color$1", "zoo.Zoo$Cell", "zoo.Zoo$Inner")
                .doesNotContain("zoo.Zoo$Point", "zoo.Zoo$Shape");
        Field slot = load(prepared, "zoo.Zoo").getDeclaredField("$$subsecond");
        assertThat(slot.isSynthetic()).isTrue();
        assertThat(slot.getType()).isEqualTo(Object.class);
        assertThat(Modifier.toString(slot.getModifiers())).isEqualTo("private transient");
    }

    @Test
    void withoutTheRuleThereIsNoSlot() {
        Set<PrepareRule> others = EnumSet.complementOf(EnumSet.of(PrepareRule.SLOT));
        assertThat(prepare(zoo(), new Preparer(others)).values()).noneMatch(PreparerTest::hasSlot);
    }

    @Test
    void sealedTypesAreOpened() throws Exception {
        assertThat(load(prepare(zoo(), new Preparer()), "zoo.Zoo$Shape").isSealed())
                .isFalse();
    }

    @Test
    void withoutTheRuleSealedTypesStaySealed() throws Exception {
        Set<PrepareRule> others = EnumSet.complementOf(EnumSet.of(PrepareRule.UNSEALED));
        assertThat(load(prepare(zoo(), new Preparer(others)), "zoo.Zoo$Shape").isSealed())
                .isTrue();
    }

    @Test
    void theSerialVersionStaysWhatItWas() throws Exception {
        Map<String, byte[]> original = zoo();
        Map<String, byte[]> prepared = prepare(original, new Preparer());
        assertThat(serialVersion(prepared)).isEqualTo(serialVersion(original));
    }

    @Test
    void thePreparedClassDependsOnTheClassFileAlone() {
        zoo().forEach((name, bytes) -> assertThat(new Preparer().prepare(bytes).bytes())
                .as(name)
                .isEqualTo(new Preparer().prepare(bytes.clone()).bytes()));
    }

    private Map<String, byte[]> zoo() {
        return Compiler.compile(folder, "Zoo.java", ZOO, "--release", "17");
    }

    private static Map<String, byte[]> prepare(Map<String, byte[]> classes, Preparer preparer) {
        Map<String, byte[]> prepared = new LinkedHashMap<>();
        classes.forEach(
                (name, bytes) -> prepared.put(name, preparer.prepare(bytes).bytes()));
        return prepared;
    }

    private static String run(Map<String, byte[]> classes) throws Exception {
        return (String) load(classes, "zoo.Zoo").getMethod("run").invoke(null);
    }

    private static long serialVersion(Map<String, byte[]> classes) throws Exception {
        return ObjectStreamClass.lookup(load(classes, "zoo.Zoo")).getSerialVersionUID();
    }

    private static Class<?> load(Map<String, byte[]> classes, String name) throws ClassNotFoundException {
        return new MapLoader(classes, PreparerTest.class.getClassLoader()).loadClass(name);
    }

    private static String verify(byte[] bytes, Map<String, byte[]> classes) {
        StringWriter problems = new StringWriter();
        ClassLoader loader = new MapLoader(classes, PreparerTest.class.getClassLoader());
        CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(problems));
        return problems.toString();
    }

    private static ClassNode node(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        return node;
    }

    private static boolean hasSlot(byte[] bytes) {
        return node(bytes).fields.stream().anyMatch(field -> field.name.equals("$$subsecond"));
    }

    private static long guards(MethodNode method) {
        return instructions(method)
                .filter(node -> node instanceof InvokeDynamicInsnNode call
                        && call.name.equals("guard")
                        && call.bsm.getOwner().equals("dev/subsecond/runtime/link/ImageLinker"))
                .count();
    }

    private static List<String> lines(Map<String, byte[]> classes) {
        return classes.values().stream()
                .flatMap(bytes -> node(bytes).methods.stream())
                .flatMap(method -> instructions(method)
                        .filter(LineNumberNode.class::isInstance)
                        .map(line -> method.name + method.desc + ":" + ((LineNumberNode) line).line))
                .toList();
    }

    private static Stream<AbstractInsnNode> instructions(MethodNode method) {
        return Stream.of(method.instructions.toArray());
    }
}
