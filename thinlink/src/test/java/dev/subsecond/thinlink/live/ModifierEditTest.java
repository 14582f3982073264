package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members that stay and become something else: static, abstract, private, volatile, final, synchronized, or no longer so. */
class ModifierEditTest {

    @TempDir
    Path folder;

    private void live(String before, String shown, String once, String shownOnce) throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, before)) {
            assertThat(program.show()).isEqualTo(shown);
            assertThat(program.edit(once).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo(shownOnce);
            String twice = once.replace("\"1\"", "\"2\"");
            assertThat(program.edit(twice).notLive()).isEmpty();
            assertThat(program.show()).as("second edit").isEqualTo(shownOnce.replace("1", "2"));
            assertThat(program.edit(before).notLive()).isEmpty();
            assertThat(program.show()).as("undone").isEqualTo(shown);
            assertThat(program.edit(once).notLive()).isEmpty();
            assertThat(program.show()).as("done again").isEqualTo(shownOnce);
        }
    }

    @Test
    void aStaticMethodBecomesAnInstanceMethodAndBack() throws IOException {
        String before = """
                package app;
                class Main {
                    int n = 7;
                    static final Main OLD = new Main();
                    static String m(int x) { return "s" + x; }
                    String user() { return m(1) + "1"; }
                    static String show() { return OLD.user() + m(2); }
                }
                """;
        live(
                before,
                "s11s2",
                before.replace(
                                "static String m(int x) { return \"s\" + x; }",
                                "String m(int x) { return \"i\" + n + x + \"1\"; }")
                        .replace("m(2)", "new Main().m(2)")
                        .replace("m(1)", "m(3)"),
                "i7311i721");
    }

    @Test
    void anInstanceMethodBecomesStaticWhileASubclassUsesIt() throws IOException {
        String before = """
                package app;
                class Main {
                    static class A { String m() { return "A"; } }
                    static class B extends A { String user() { return m() + super.m(); } }
                    static final B OLD = new B();
                    static String show() { return OLD.user() + OLD.m(); }
                }
                """;
        live(
                before,
                "AAA",
                before.replace("String m() { return \"A\"; }", "static String m() { return \"1\"; }"),
                "111");
    }

    @Test
    void anAbstractMethodGetsABodyAndAConcreteOneLosesIt() throws IOException {
        String before = """
                package app;
                class Main {
                    static abstract class A { abstract String m(); String n() { return "A"; } }
                    static class B extends A { String m() { return "B"; } }
                    static class C extends B { String n() { return "C"; } }
                    static final A[] OLD = { new B(), new C() };
                    static String show() { String s = ""; for (A a : OLD) { s += a.m() + a.n(); } return s; }
                }
                """;
        live(
                before,
                "BABC",
                before.replace("abstract String m();", "String m() { return \"1\"; }")
                        .replace("String n() { return \"A\"; }", "abstract String n();")
                        .replace(
                                "class B extends A { String m() { return \"B\"; } }",
                                "class B extends A { String m() { return \"b\" + super.m(); } String n() { return \"n\"; } }"),
                "b1nb1C");
    }

    @Test
    void anAbstractMethodIsPulledUpFromItsOnlyImplementation() throws IOException {
        String before = """
                package app;
                class Main {
                    interface I { String m(); }
                    static abstract class A implements I { }
                    static class B extends A { public String m() { return "B"; } }
                    static final I OLD = new B();
                    static String show() { return OLD.m() + new B().m(); }
                }
                """;
        live(
                before,
                "BB",
                before.replace("implements I { }", "implements I { public String m() { return \"1\"; } }")
                        .replace("class B extends A { public String m() { return \"B\"; } }", "class B extends A { }"),
                "11");
    }

    @Test
    void anInterfaceMethodBecomesDefaultAndAnImplementationGoes() throws IOException {
        String before = """
                package app;
                class Main {
                    interface I { String m(); default String d() { return "d"; } }
                    static class B implements I { public String m() { return "B"; } }
                    static class C implements I { public String m() { return "C"; } public String d() { return "c"; } }
                    static final I[] OLD = { new B(), new C() };
                    static String show() { String s = ""; for (I i : OLD) { s += i.m() + i.d(); } return s; }
                }
                """;
        live(
                before,
                "BdCc",
                before.replace("String m();", "default String m() { return \"1\"; }")
                        .replace(
                                "class B implements I { public String m() { return \"B\"; } }",
                                "class B implements I { }")
                        .replace("return \"C\"", "return \"c\" + I.super.m()"),
                "1dc1c");
    }

    @Test
    void aPrivateMethodThatASubclassRedeclaresBecomesOverridable() throws IOException {
        String before = """
                package app;
                class Main {
                    static class A { private String m() { return "A"; } String call() { return m() + this.m(); } }
                    static class B extends A { String m() { return "B"; } String up() { return ((A) this).m(); } }
                    static final A[] OLD = { new A(), new B() };
                    static String show() { String s = ""; for (A a : OLD) { s += a.m() + a.call() + " "; } return s + new B().up(); }
                }
                """;
        live(
                before,
                "AAA AAA A",
                before.replace("private String m() { return \"A\"; }", "String m() { return \"1\"; }"),
                "111 BBB B");
    }

    @Test
    void anOverriddenMethodBecomesPrivate() throws IOException {
        String before = """
                package app;
                class Main {
                    static class A { String m() { return "A"; } String call() { return m() + this.m(); } }
                    static class B extends A { String m() { return "B"; } }
                    static final A[] OLD = { new A(), new B() };
                    static String show() { String s = ""; for (A a : OLD) { s += a.m() + a.call() + " "; } return s + new B().m(); }
                }
                """;
        live(
                before,
                "AAA BBB B",
                before.replace("String m() { return \"A\"; }", "private String m() { return \"1\"; }"),
                "111 111 B");
    }

    @Test
    void aPackagePrivateMethodBecomesProtectedForASubclassElsewhere() throws IOException {
        String lib =
                "package lib;\npublic class Base {\n String m() { return \"base\"; }\n public String call() { return m(); }\n}\n";
        String main = """
                package app;
                class Main extends lib.Base {
                    public String m() { return "main"; }
                    static final Main OLD = new Main();
                    static String show() { return OLD.call() + new lib.Base().call(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, main, lib)) {
            assertThat(program.show()).isEqualTo("basebase");
            assertThat(program.edit(lib.replace(" String m()", " protected String m()"))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo("mainbase");
            assertThat(program.edit(lib).verdicts()).containsEntry("lib.Base.m()", "refused Overridability");
        }
    }

    @Test
    void aNativeMethodGetsAJavaBody() throws IOException {
        String before = """
                package app;
                class Main {
                    static native String nat();
                    native String inst();
                    static final Main OLD = new Main();
                    static String show() { try { return nat() + OLD.inst(); } catch (UnsatisfiedLinkError e) { return "unlinked"; } }
                }
                """;
        live(
                before,
                "unlinked",
                before.replace("native String nat();", "String nat() { return \"1\"; }")
                        .replace("native String inst();", "String inst() { return \"i\"; }"),
                "1i");
    }

    @Test
    void aFieldBecomesVolatileAndAnotherStopsBeingSo() throws IOException {
        String before = """
                package app;
                class Main {
                    static class T { int a = 1; volatile int b = 2; static long s = 3; private static double d = 4; }
                    static final T OLD = new T();
                    static void count(T t) { t.a++; t.b++; T.s++; T.d++; }
                    static String show() { T t = new T(); count(t); OLD.a = OLD.b = 7; T.s = 5; T.d = 1.5; count(OLD); return "" + t.a + t.b + OLD.a + OLD.b + T.s + T.d; }
                }
                """;
        live(
                before,
                "238862.5",
                before.replace(
                                "int a = 1; volatile int b = 2; static long s = 3; private static double d = 4;",
                                "volatile int a = 1; int b = 2; static volatile long s = 3; private static volatile double d = 4;")
                        .replace("return \"\" +", "return \"1\" +"),
                "1238862.5");
    }

    @Test
    void aStaticFieldIsNoLongerFinalAndKeepsItsValue() throws IOException {
        String before = """
                package app;
                class Main {
                    static int made;
                    static final Object ID = new Object() { public String toString() { return "id" + ++made; } };
                    private static final String NAME = String.valueOf(ID);
                    static final int MAX = 3;
                    static String show() { return NAME + MAX; }
                }
                """;
        String once = before.replace("private static final String NAME", "private static String NAME")
                .replace("static final int MAX", "static int MAX")
                .replace(
                        "return NAME + MAX",
                        "String s = NAME + MAX; NAME = \"set\"; MAX = 8; s += NAME + MAX; NAME = \"id1\"; MAX = 3; return s + \"1\"");
        try (LiveProgram program = LiveProgram.start(folder, before)) {
            assertThat(program.show()).isEqualTo("id13");
            assertThat(program.edit(once).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("id13set81");
            assertThat(program.edit(once.replace("NAME = \"id1\"; MAX = 3;", ""))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo("id13set81");
            assertThat(program.show()).isEqualTo("set8set81");
            assertThat(program.edit(before).notLive()).isEmpty();
            assertThat(program.show()).as("undone").isEqualTo("id13");
        }
    }

    @Test
    void synchronizedComesAndGoes() throws IOException {
        String before = """
                package app;
                class Main {
                    synchronized boolean a(long x) { if (x > 5) { throw new IllegalStateException(); } return Thread.holdsLock(this); }
                    static synchronized boolean s() { return Thread.holdsLock(Main.class); }
                    boolean b() { return Thread.holdsLock(this); }
                    static boolean t() { return Thread.holdsLock(Main.class); }
                    static final Main OLD = new Main();
                    static String show() {
                        String s = "" + OLD.a(1) + s() + OLD.b() + t();
                        try { OLD.a(9); } catch (IllegalStateException e) { s += Thread.holdsLock(OLD); }
                        return s;
                    }
                }
                """;
        String once = before.replace("synchronized boolean", "boolean")
                .replace("boolean b()", "synchronized boolean b()")
                .replace("static boolean t()", "static synchronized boolean t()");
        live(before, "truetruefalsefalsefalse", once, "falsefalsetruetruefalse");
    }

    @Test
    void aPrivateConstructorWithATryInsideASwitch() throws IOException {
        String before = """
                package app;
                class Main {
                    static class P { final String s; private P(String a, int n, long l) { s = a + n + l; } }
                    static int parse(String t) { return Integer.parseInt(t); }
                    static String show() { return make(1).s; }
                    static P make(int k) { return new P("a", k, 2L); }
                }
                """;
        live(
                before,
                "a12",
                before.replace(
                        "new P(\"a\", k, 2L)",
                        "new P(\"1\", switch (k) { case 1 -> { try { yield parse(\"x\"); } catch (NumberFormatException e) { yield 4; } } default -> 5; }, switch (k) { case 7: try { yield parse(\"9\"); } finally { parse(\"1\"); } default: yield 6L; })"),
                "146");
    }

    @Test
    void aRecordGetsItsGeneratedMethodsBack() throws IOException {
        String before = """
                package app;
                class Main {
                    record R(int x, String s) { public String toString() { return "r" + x; } public int hashCode() { return 5; } public boolean equals(Object o) { return false; } }
                    static final R OLD = new R(3, "t");
                    static String show() { return OLD.toString() + OLD.hashCode() + OLD.equals(new R(3, "t")); }
                }
                """;
        String once = before.replace(
                "public String toString() { return \"r\" + x; } public int hashCode() { return 5; } public boolean equals(Object o) { return false; }",
                "int one() { return 1; }");
        live(before, "r35false", once, "R[x=3, s=t]" + new RecordHash(3, "t").hashCode() + "true");
    }

    private record RecordHash(int x, String s) {}
}
