package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits that go live: each twice in a row and undone, on objects made before and after. */
class LiveEditTest {

    @TempDir
    Path folder;

    /** Runs {@code app.Main.show()} before, after the edit, after a second edit, and after the undo of both. */
    private void liveTwiceAndUndone(String before, String after, String second, String... shown) throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, before)) {
            assertThat(program.show()).as("before").isEqualTo(shown[0]);
            String[] sources = {after, second, before};
            for (int i = 0; i < sources.length; i++) {
                Edit edit = program.edit(sources[i]);
                assertThat(edit.notLive()).as("edit " + (i + 1)).isEmpty();
                assertThat(program.show()).as("edit " + (i + 1)).isEqualTo(shown[Math.min(i + 1, shown.length - 1)]);
            }
        }
    }

    @Test
    void staticBody() throws IOException {
        String source = "package app;\nclass Main { static String show() { return \"one\"; } }";
        liveTwiceAndUndone(
                source, source.replace("one", "two"), source.replace("one", "three"), "one", "two", "three", "one");
    }

    @Test
    void privateInstanceMethodOfAnObjectMadeBefore() throws IOException {
        String source = """
                package app;
                class Main {
                    static final Main OLD = new Main();
                    private int count = 1;
                    private String hidden(String s) { return s + count; }
                    String open() { count++; return hidden("a"); }
                    static String show() { return OLD.open() + new Main().open(); }
                }
                """;
        liveTwiceAndUndone(
                source,
                source.replace("return s + count", "return \"<\" + s + (count * 10) + \">\""),
                source.replace("return s + count", "count++; return \"!\" + s + count"),
                "a2a2",
                "<a30><a20>",
                "!a5!a3",
                "a6a2");
    }

    @Test
    void synchronizedMethodKeepsItsMonitor() throws IOException {
        String source = """
                package app;
                class Main {
                    static final Main OLD = new Main();
                    synchronized boolean a() { return Thread.holdsLock(this); }
                    static synchronized boolean b() { return Thread.holdsLock(Main.class); }
                    static String show() { return "" + OLD.a() + b(); }
                }
                """;
        liveTwiceAndUndone(
                source,
                source.replace("return Thread", "int x = 1; return Thread"),
                source.replace("return Thread", "int x = 2; return Thread"),
                "truetrue");
    }

    @Test
    void methodAddedRemovedResignedAndRenamed() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() { return new Main().a(1); }
                    String a(int x) { return "a" + x; }
                }
                """;
        String after = """
                package app;
                class Main {
                    static String show() { return new Main().a(1L, "z") + b(); }
                    String a(long x, String s) { return helper(s) + x; }
                    private String helper(String s) { return "[" + s + "]"; }
                    static String b() { return "b"; }
                }
                """;
        String second = """
                package app;
                class Main {
                    static String show() { return new Main().a(1L, "z") + c(); }
                    String a(long x, String s) { return assist(s) + x; }
                    String assist(String s) { return "{" + s + "}"; }
                    static String c() { return "c"; }
                }
                """;
        liveTwiceAndUndone(source, after, second, "a1", "[z]1b", "{z}1c", "a1");
    }

    @Test
    void addedInstanceFieldWithInitialiserOnOldAndNewObjects() throws IOException {
        String source = """
                package app;
                class Main {
                    static final Main OLD = new Main();
                    int seen = 0;
                    String next() { return "s" + (++seen); }
                    static String show() { return OLD.next() + new Main().next(); }
                }
                """;
        String after = """
                package app;
                class Main {
                    static final Main OLD = new Main();
                    int seen = 0;
                    int score = seen > 0 ? 100 : 7;
                    private final java.util.List<String> log = new java.util.ArrayList<>(java.util.List.of("log"));
                    int plain;
                    String next() { plain++; score++; log.add("x"); return "s" + (++seen) + ":" + score + ":" + log.size() + ":" + plain; }
                    static String show() { return OLD.next() + " " + new Main().next(); }
                }
                """;
        liveTwiceAndUndone(
                source,
                after,
                after.replace("\"s\"", "\"t\""),
                "s1s1",
                "s2:101:2:1 s1:8:2:1",
                "t3:102:3:2 t1:8:2:1",
                "s4s1");
    }

    @Test
    void addedStaticFields() throws IOException {
        String source = """
                package app;
                class Main {
                    static int calls = 0;
                    static String show() { return "" + (++calls); }
                }
                """;
        String after = """
                package app;
                class Main {
                    static int calls = 0;
                    static final String GREETING = "hi";
                    static final java.util.List<Integer> SEEN = new java.util.ArrayList<>();
                    private static long total = calls > 0 ? 10 : 20;
                    static int zero;
                    static String show() { SEEN.add(++calls); total++; zero--; return GREETING + SEEN + total + zero; }
                }
                """;
        liveTwiceAndUndone(
                source,
                after,
                after.replace("GREETING + SEEN", "SEEN + GREETING"),
                "1",
                "hi[2]11-1",
                "[2, 3]hi12-2",
                "4");
    }

    @Test
    void lambdasAddedEditedReorderedAndRemoved() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    static Supplier<String> kept;
                    int n = 5;
                    String run() {
                        IntFunction<String> f = i -> "f" + i + n;
                        Supplier<String> s = () -> "s";
                        if (kept == null) { kept = s; }
                        return f.apply(1) + s.get();
                    }
                    static String show() { return new Main().run() + "|" + kept.get(); }
                }
                """;
        String after = source.replace(
                "IntFunction<String> f = i -> \"f\" + i + n;",
                "Function<String, String> added = x -> x + x; IntFunction<String> f = i -> added.apply(\"g\") + i + n;");
        String second = after.replace("() -> \"s\"", "() -> \"S\"");
        liveTwiceAndUndone(source, after, second, "f15s|s", "gg15s|s", "gg15S|S", "f15s|s");
    }

    @Test
    void methodReferencesToPrivateAndAddedMethods() throws IOException {
        String source = """
                package app;
                import java.util.*;
                import java.util.stream.*;
                class Main {
                    private String hidden(String s) { return "h" + s; }
                    static String show() { return "x"; }
                }
                """;
        String after = """
                package app;
                import java.util.*;
                import java.util.stream.*;
                class Main {
                    private String hidden(String s) { return "h" + s; }
                    private static String added(String s) { return "+" + s; }
                    static String show() {
                        Main m = new Main();
                        return Stream.of("a", "b").map(m::hidden).map(Main::added).map(String::trim)
                            .collect(Collectors.toCollection(ArrayList::new)).toString();
                    }
                }
                """;
        liveTwiceAndUndone(source, after, after.replace("\"+\"", "\"-\""), "x", "[+ha, +hb]", "[-ha, -hb]", "x");
    }

    @Test
    void constantsConcatenationSwitchesAndAssert() throws IOException {
        String source = """
                package app;
                class Main {
                    enum Color { RED, GREEN, BLUE }
                    static String show() { return f(Color.RED) + f(Color.BLUE) + g("a") + 1.5f; }
                    static String f(Color c) { return "?"; }
                    static String g(String s) { return s + "!"; }
                }
                """;
        String after = source.replace(
                        "return \"?\";",
                        "switch (c) { case RED: return \"r\"; case BLUE: return \"b\"; default: return \"d\"; }")
                .replace(
                        "return s + \"!\"",
                        "assert s != null; return switch (s) { case \"a\" -> \"A\" + s; default -> \"D\"; }")
                .replace("1.5f", "2.5f");
        String second = after.replace("case RED:", "case GREEN: return \"g\"; case RED:")
                .replace("\"b\"", "\"bb\"");
        liveTwiceAndUndone(source, after, second, "??a!1.5", "rbAa2.5", "rbbAa2.5", "??a!1.5");
    }

    @Test
    void newTopLevelClass() throws IOException {
        String source = "package app;\nclass Main {\n static String show() { return \"m\"; }\n}";
        String after =
                "package app;\nclass Main {\n static String show() { return new Extra().hi(Main::own); }\n static String own() { return \"own\"; } }";
        String extra = """
                package app;
                import java.util.function.Supplier;
                public class Extra {
                    record Pair(String a, int b) {}
                    String hi(Supplier<String> s) { Runnable r = () -> Main.own(); r.run(); return new Pair(s.get() + Main.own(), 1).toString(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            Edit edit = program.edit(after, extra);
            assertThat(edit.notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("Pair[a=ownown, b=1]");
            edit = program.edit(extra.replace("Main.own(), 1", "Main.own(), 2"));
            assertThat(edit.notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("Pair[a=ownown, b=2]");
            program.edit(after.replace("new Extra().hi(Main::own)", "\"m\""));
            assertThat(program.show()).isEqualTo("m");
        }
    }

    @Test
    void constructorBody() throws IOException {
        String source = """
                package app;
                class Main {
                    final String name;
                    private final int size;
                    Main(String name, int size) {
                        this.name = name;
                        this.size = size;
                    }
                    Main() {
                        this("d", 1);
                    }
                    static String show() { return new Main("a", 2).name + new Main().size; }
                }
                """;
        liveTwiceAndUndone(
                source,
                source.replace("= name;", "= name + size;").replace("= size;", "= size * 10;"),
                source.replace("= name;", "= name + \"!\";"),
                "a1",
                "a210",
                "a!1",
                "a1");
    }

    @Test
    void privateConstructorsAndNestedPrivates() throws IOException {
        String source = """
                package app;
                class Main {
                    private static class Node { private final int v; private Node next; private Node(int v) { this.v = v; } private int sum() { return v + (next == null ? 0 : next.sum()); } }
                    static String show() { return "" + new Node(1).sum(); }
                }
                """;
        String after = source.replace(
                        "return \"\" + new Node(1).sum();",
                        "Node n = new Node(show2() ? 2 : 3); n.next = new Node(4); return n.v + \":\" + n.sum() + new Node[] {n}.clone().length;")
                .replace(
                        "static String show()",
                        "private static boolean show2() { return true; }\n static String show()");
        liveTwiceAndUndone(source, after, after.replace("? 2 : 3", "? 5 : 3"), "1", "2:61", "5:91", "1");
    }

    @Test
    void superCallsAndRemovedOverrides() throws IOException {
        String source = """
                package app;
                class Main {
                    static class Base { String name() { return "base"; } }
                    static class Sub extends Base { String name() { return "sub"; } public String toString() { return "S"; } }
                    static final Base OLD = new Sub();
                    static String show() { return OLD.name() + new Sub().name(); }
                }
                """;
        String after =
                source.replace("return \"sub\"", "return \"sub+\" + super.name() + super.toString().contains(\"Sub\")");
        String second = source.replace("String name() { return \"sub\"; }", "");
        liveTwiceAndUndone(source, after, second, "subsub", "sub+basetruesub+basetrue", "basebase", "subsub");
    }

    @Test
    void addedVirtualMethodIsDispatchedOnTheReceiver() throws IOException {
        String source = """
                package app;
                class Main {
                    static abstract class Shape { }
                    static class Circle extends Shape { }
                    static class Square extends Shape { }
                    static final Shape[] OLD = {new Circle(), new Square()};
                    static String show() { return "" + OLD.length; }
                }
                """;
        String after = """
                package app;
                class Main {
                    static abstract class Shape { abstract String area(); String twice() { return area() + area(); } }
                    static class Circle extends Shape { String area() { return "c"; } }
                    static class Square extends Shape { String area() { return "q"; } String twice() { return "2" + super.twice(); } }
                    static final Shape[] OLD = {new Circle(), new Square()};
                    static String show() { return OLD[0].area() + OLD[1].area() + OLD[0].twice() + OLD[1].twice() + new Circle().area(); }
                }
                """;
        liveTwiceAndUndone(source, after, after.replace("\"q\"", "\"Q\""), "2", "cqcc2qqc", "cQcc2QQc", "2");
    }

    @Test
    void interfaceDefaultAndPrivateMethods() throws IOException {
        String source = """
                package app;
                class Main {
                    interface Named { private String p() { return "p"; } default String name() { return p(); } static String s() { return "s"; } }
                    static class Impl implements Named { }
                    static final Named OLD = new Impl();
                    static String show() { return OLD.name() + Named.s(); }
                }
                """;
        String after = source.replace("return p();", "return p() + p() + s() + extra();")
                .replace("static String s()", "default String extra() { return \"e\"; } static String s()");
        liveTwiceAndUndone(source, after, after.replace("\"e\"", "\"E\""), "ps", "ppses", "ppsEs", "ps");
    }

    @Test
    void genericsVarargsCheckedExceptionsAndRecursion() throws IOException {
        String source = """
                package app;
                import java.util.*;
                class Main {
                    static <T extends Comparable<T>> T max(T... all) { T best = all[0]; for (T t : all) { if (t.compareTo(best) > 0) { best = t; } } return best; }
                    static long fib(int n) throws java.io.IOException { if (n < 0) { throw new java.io.IOException("neg"); } return n < 2 ? n : fib(n - 1) + fib(n - 2); }
                    static String show() { try { return max(1, 3, 2) + ":" + fib(10) + fib(-1); } catch (java.io.IOException e) { return e.getMessage(); } finally { Objects.hash(1); } }
                }
                """;
        liveTwiceAndUndone(
                source,
                source.replace("compareTo(best) > 0", "compareTo(best) < 0").replace(" + fib(-1)", ""),
                source.replace("\"neg\"", "\"negative\""),
                "neg",
                "1:55",
                "negative",
                "neg");
    }
}
