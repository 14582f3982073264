package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of every kind that come to stand in a running one, and those that were there. */
class NestedClassEditTest {

    private static final String MAIN = """
            package app;
            import java.util.*;
            import java.util.function.*;
            class Main {
                private int secret = 7;
                private static String hidden(int x) { return "h" + x; }
                private String whisper() { return "w" + secret; }
                interface Op { String run(); }
                enum Color { RED, GREEN }
                static class Base { protected String word() { return "base"; } Base(int x) { } }
                static final Main OLD = new Main();
                String text() { return "old"; }
                static String show() { return OLD.text() + new Main().text(); }
            }
            """;

    @TempDir
    Path folder;

    /** Edits {@code text()} to {@code body} with {@code members} beside it, and back, and once more. */
    private void live(String members, String body, String shown) throws IOException {
        String after = MAIN.replace("String text() { return \"old\"; }", members + "\nString text() { " + body + " }");
        try (LiveProgram program = LiveProgram.start(folder, MAIN)) {
            assertThat(program.show()).isEqualTo("oldold");
            Edit edit = program.edit(after);
            assertThat(edit.notLive()).isEmpty();
            assertThat(program.show()).isEqualTo(shown + shown);
            assertThat(program.edit(after.replace("@", "@@")).notLive())
                    .as("second edit")
                    .isEmpty();
            assertThat(program.show()).isEqualTo((shown + shown).replace("@", "@@"));
            assertThat(program.edit(MAIN).notLive()).as("undone").isEmpty();
            assertThat(program.show()).isEqualTo("oldold");
            assertThat(program.edit(after).notLive()).as("again").isEmpty();
            assertThat(program.show()).isEqualTo(shown + shown);
        }
    }

    @Test
    void anonymousClassThatUsesWhatIsPrivateAroundIt() throws IOException {
        live(
                "",
                "int x = 1; return new Op() { public String run() { secret++; secret--; return \"@\" + x + secret + hidden(2)"
                        + " + whisper(); } }.run();",
                "@17h2w7");
    }

    @Test
    void localClassWithItsOwnState() throws IOException {
        live(
                "",
                "class Counter { private int n = secret; int up() { return ++n; } } Counter c = new Counter();"
                        + " return \"@\" + c.up() + c.up() + c.n;",
                "@899");
    }

    @Test
    void innerClassAndTheClassAroundItUseEachOthersPrivateMembers() throws IOException {
        live(
                "private class Inner { private int mine = 1; private Inner(int y) { mine += y; }"
                        + " private String tell() { return \"@\" + mine + secret + whisper(); } }",
                "Inner i = new Inner(4); i.mine++; return i.tell();",
                "@67w7");
    }

    @Test
    void staticNestedClassWithStaticStateAndAStaticInitialiser() throws IOException {
        live(
                "static class Box<T extends Comparable<T>> { private static final List<String> LOG; static { LOG = new"
                        + " ArrayList<>(); } private final T value; Box(T value) { this.value = value; }"
                        + " String show() { LOG.clear(); LOG.add(\"@\" + value); return LOG + hidden(value.hashCode()); } }",
                "return new Box<>(5).show();",
                "[@5]h5");
    }

    @Test
    void nestedEnumWithBodiesAndASwitchOverIt() throws IOException {
        live(
                "enum Size { SMALL { String s() { return \"s@\"; } }, BIG { String s() { return \"b\" + ordinal(); } };"
                        + " abstract String s(); private static int count = values().length; }",
                "String r = \"\"; for (Size s : Size.values()) switch (s) { case SMALL: r += \"S\" + s.s(); break; default: r +="
                        + " s.s(); } return r + Size.valueOf(\"BIG\") + Size.count;",
                "Ss@b1BIG2");
    }

    @Test
    void nestedRecord() throws IOException {
        live(
                "record Point(int x, String y) { Point { if (x < 0) throw new IllegalArgumentException(); }"
                        + " private static Point of(int x) { return new Point(x, \"@\"); } }",
                "Point p = Point.of(3); return p + \"\" + p.equals(Point.of(3)) + (p.hashCode() == Point.of(3).hashCode()) +"
                        + " p.x;",
                "Point[x=3, y=@]truetrue3");
    }

    @Test
    void nestedInterfaceWithDefaultPrivateAndStaticMethods() throws IOException {
        live(
                "interface Shape { int area(); private String tag() { return \"@\"; } default String show() { return tag() +"
                        + " area() + unit(); } static String unit() { return \"u\"; } }",
                "Shape s = () -> secret; return s.show();",
                "@7u");
    }

    @Test
    void sealedHierarchyOfRecords() throws IOException {
        live(
                "sealed interface Tree permits Leaf, Node { } record Leaf(int v) implements Tree { }"
                        + " record Node(Tree l, Tree r) implements Tree { }\n"
                        + " static int sum(Tree t) { if (t instanceof Leaf f) return f.v; Node n = (Node) t; return sum(n.l())"
                        + " + sum(n.r); }",
                "return \"@\" + sum(new Node(new Leaf(2), new Leaf(3)));",
                "@5");
    }

    @Test
    void lambdasAndMethodReferencesInsideANewClass() throws IOException {
        live(
                "class Maker { private int k = 2; Supplier<String> lambda() { return () -> \"@\" + k + secret; }"
                        + " Function<Integer, String> reference() { return Main::hidden; }"
                        + " Supplier<String> bound() { return Main.this::whisper; } }",
                "Maker m = new Maker(); Supplier<Maker> s = Maker::new;"
                        + " return m.lambda().get() + m.reference().apply(1) + m.bound().get() + s.get().k;",
                "@27h1w72");
    }

    @Test
    void classesNestedInNewClasses() throws IOException {
        live(
                "class A { private int a = 1; class B { private int b = 2; Op op() { return new Op() { public String run() {"
                        + " return \"@\" + a + b + secret; } }; } } static class C { private C() { } private String c = \"c\"; } }",
                "return new A().new B().op().run() + new A.C().c;",
                "@127c");
    }

    @Test
    void newSubclassOfARunningClassOverridesItsMethod() throws IOException {
        live(
                "static class Derived extends Base { Derived() { super(1); } protected String word() { return \"@\" +"
                        + " super.word(); } }",
                "Base b = new Derived(); return b.word() + new Base(2) { protected String word() { return super.word() + 1; }"
                        + " }.word();",
                "@basebase1");
    }

    @Test
    void subclassOfALibraryClassWithCapturedVariables() throws IOException {
        live(
                "",
                "String p = \"@\"; Map<String, String> m = new LinkedHashMap<>(4, 1f, true) { { put(p, hidden(secret)); }"
                        + " protected boolean removeEldestEntry(Map.Entry<String, String> e) { return size() > 1; } };"
                        + " m.put(\"k\", p); return m.toString();",
                "{k=@}");
    }

    @Test
    void firstAssertOfAClass() throws IOException {
        live("", "assert secret > 100 : \"asserted\"; return \"@\";", "@");
    }

    @Test
    void firstEnumSwitchOfAClass() throws IOException {
        live(
                "",
                "Color c = Color.GREEN; switch (c) { case RED: return \"r\"; case GREEN: return \"g@\"; default: return \"d\";"
                        + " }",
                "g@");
    }

    @Test
    void whatReflectionSaysOfANewMemberClass() throws IOException {
        live(
                "static class Seen { int f; }\nObject made() { return new Object() { }; }",
                "Object o = made(); try { Class<?> c = Class.forName(\"app.Main$Seen\");"
                        + " return \"@\" + c.getSimpleName() + c.getEnclosingClass().getSimpleName() + c.getDeclaredFields()[0].getName()"
                        + " + o.getClass().isAnonymousClass() + o.getClass().getEnclosingMethod() +"
                        + " Main.class.getDeclaredClasses().length; }"
                        + " catch (ReflectiveOperationException e) { return e.toString(); }",
                "@SeenMainftruenull3");
    }

    @Test
    void firstAssertOfAnInterface() throws IOException {
        String source = """
                package app;
                class Main {
                    interface Op { default String run(int x) { return "r" + x; } }
                    static final Op OLD = new Op() { };
                    static String show() { return OLD.run(1); }
                }
                """;
        LiveProgram.assertLive(
                folder, source, source.replace("return \"r\"", "assert x > 5; return \"a\""), "r1", "a1");
    }

    @Test
    void anonymousClassesKeepTheirCodeWhenOneIsAddedOrRemovedBeforeThem() throws IOException {
        String source = """
                package app;
                class Main {
                    interface Op { String run(); }
                    static Op a() { return new Op() { public String run() { return "a"; } }; }
                    static Op b() { int x = 1; return new Op() { public String run() { return "b" + x; } }; }
                    static final Op A = a(), B = b();
                    static String show() { return A.run() + B.run() + a().run() + b().run(); }
                }
                """;
        String added = source.replace(
                "static Op a() {",
                "static Op z() { return new Op() { public String run() { return \"z\"; } }; }\n static Op a() {");
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.edit(added.replace("b().run();", "b().run() + z().run();"))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo("ab1ab1z");
            assertThat(program.edit(added.replace("b().run();", "b().run() + z().run();")
                                    .replace("\"b\"", "\"B\""))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).as("the shifted one edited").isEqualTo("aB1aB1z");
            String removed = source.replace("return new Op() { public String run() { return \"a\"; } };", "return A;")
                    .replace("\"b\"", "\"bb\"");
            assertThat(program.edit(removed).notLive()).isEmpty();
            assertThat(program.show()).as("one before it removed").isEqualTo("abb1abb1");
            assertThat(program.edit(source).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("ab1ab1");
        }
    }

    @Test
    void localClassesOfOneNameInSeveralMethodsKeepTheirCode() throws IOException {
        String source = """
                package app;
                class Main {
                    static Object a() { class L { class M { String m() { return "am"; } } public String toString() { return "a" + new M().m(); } } return new L(); }
                    static Object b() { class L { class M { String m() { return "bm"; } } public String toString() { return "b" + new M().m(); } } return new L(); }
                    static final Object A = a(), B = b();
                    static String show() { return "" + A + B + a() + b(); }
                }
                """;
        String shifted = source.replace(
                        "static Object a() {",
                        "static Object z() { class L { class M { String m() { return \"zm\"; } } public String toString() { return \"z\" + new M().m(); } } return new L(); }\n static Object a() {")
                .replace("+ b();", "+ b() + z();");
        LiveProgram.assertLive(folder, source, shifted, "aambbmaambbm", "aambbmaambbmzzm");
    }

    @Test
    void anonymousClassInAnAnonymousClassIsToldFromTheOneInAnother() throws IOException {
        String source = """
                package app;
                class Main {
                    interface Op { Object run(); }
                    static Op a() { return new Op() { public Object run() { return new Object() { public String toString() { return "a"; } }; } }; }
                    static Op b() { return new Op() { public Object run() { return null; } }; }
                    static final Object A = a().run();
                    static String show() { return "" + A + a().run() + b().run(); }
                }
                """;
        String moved = source.replace(
                        "return new Object() { public String toString() { return \"a\"; } }; }", "return 1; }")
                .replace("return null;", "return new Object() { public String toString() { return \"b\"; } };");
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.show()).isEqualTo("aanull");
            assertThat(program.edit(moved).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("a1b");
            assertThat(program.edit(source).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("aanull");
        }
    }

    @Test
    void anonymousClassThatCapturesMoreIsNewForNewObjectsOnly() throws IOException {
        String source = """
                package app;
                class Main {
                    interface Op { String run(); }
                    static Op make(int x, int y) { return new Op() { public String run() { return "x" + x; } }; }
                    static final Op OLD = make(1, 2);
                    static String show() { return OLD.run() + make(1, 2).run(); }
                }
                """;
        String after = source.replace("\"x\" + x", "\"y\" + x + y");
        LiveProgram.assertLive(folder, source, after, "x1x1", "x1y12");
        try (LiveProgram program = LiveProgram.start(folder.resolve("notes"), source)) {
            assertThat(program.edit(after).result().members())
                    .as("the note of make(int, int)")
                    .anyMatch(m -> m.notes().toString().contains("objects that it made before keep their code"));
        }
    }

    @Test
    void anonymousClassOfALambdaKeepsItsIdentityWhenLambdasShift() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    static Supplier<Object> a() { return () -> new Object() { public String toString() { return "a"; } }; }
                    static final Object OLD = a().get();
                    static String show() { return "" + OLD + a().get(); }
                }
                """;
        String after = source.replace(
                        "static Supplier<Object> a() {",
                        "static Supplier<Object> z() { return () -> 1; }\n static Supplier<Object> a() { z();")
                .replace("return \"a\"", "return \"A\"");
        LiveProgram.assertLive(folder, source, after, "aa", "AA");
    }

    @Test
    void aMemberClassThatWasAddedIsEditedInPlace() throws IOException {
        String added = MAIN.replace(
                "String text() { return \"old\"; }",
                "Held held; static class Held { private int n = 1; String s() { return \"1:\" + n; } }\n"
                        + " String text() { if (held == null) held = new Held(); return held.s(); }");
        try (LiveProgram program = LiveProgram.start(folder, MAIN)) {
            Edit edit = program.edit(added);
            assertThat(edit.notLive()).isEmpty();
            assertThat(edit.verdicts()).containsEntry("app.Main.Held", "live");
            assertThat(program.show()).isEqualTo("1:11:1");
            assertThat(program.edit(added.replace("\"1:\" + n", "\"2:\" + (n += 2)"))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo("2:32:3");
            assertThat(program.show()).as("the object lived on").isEqualTo("2:52:3");
        }
    }
}
