package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits where a linker that goes by names or numbers alone would do the wrong thing. */
class UnusualEditTest {

    @TempDir
    Path folder;

    private void live(String before, String after, String shownBefore, String shownAfter) throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, before)) {
            assertThat(program.show()).isEqualTo(shownBefore);
            assertThat(program.edit(after).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo(shownAfter);
            assertThat(program.edit(before).notLive()).isEmpty();
            assertThat(program.show()).as("undone").isEqualTo(shownBefore);
        }
    }

    @Test
    void aLambdaInsertedAboveALiveOneLeavesThatOneAlone() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    static Supplier<String> a, b;
                    static void make() {
                        a = () -> "a";
                        b = () -> "b";
                    }
                    static String show() { if (a == null) { make(); } return a.get() + b.get(); }
                }
                """;
        String after =
                source.replace("a = () -> \"a\";", "Supplier<String> z = () -> \"z\"; z.get(); a = () -> \"a\";");
        live(source, after, "ab", "ab");
    }

    @Test
    void aLiveLambdaRunsItsEditedBodyAlsoAfterSeveralEdits() throws IOException {
        String source = """
                package app;
                import java.util.*;
                import java.util.function.*;
                class Main {
                    static final List<Supplier<String>> MADE = new ArrayList<>();
                    static void make(String s) { MADE.add(() -> s + "0"); }
                    static String show() { make("m"); StringBuilder r = new StringBuilder(); for (Supplier<String> m : MADE) { r.append(m.get()); } return r.toString(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.show()).isEqualTo("m0");
            program.edit(source.replace("\"0\"", "\"1\""));
            assertThat(program.show()).isEqualTo("m1m1");
            program.edit(source.replace("\"0\"", "\"2\""));
            assertThat(program.show()).isEqualTo("m2m2m2");
            program.edit(source.replace("s + \"0\"", "\"none\""));
            assertThat(program.show())
                    .as("captures changed: live ones keep their body")
                    .isEqualTo("m2m2m2none");
        }
    }

    @Test
    void lambdaInAStaticInitialiserGoesLiveThoughTheInitialiserDoesNotRunAgain() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    static final UnaryOperator<String> F = s -> s + "1";
                    static String show() { return F.apply("f"); }
                }
                """;
        live(source, source.replace("\"1\"", "\"2\""), "f1", "f2");
    }

    @Test
    void anonymousClassEditedInPlaceForObjectsThatExist() throws IOException {
        String source = """
                package app;
                class Main {
                    interface Op { String run(); }
                    static Op old = make();
                    static Op make() { int x = 1; return new Op() { public String run() { return "op" + x; } }; }
                    static String show() { return old.run() + make().run(); }
                }
                """;
        live(source, source.replace("\"op\"", "\"OP\""), "op1op1", "OP1OP1");
    }

    @Test
    void anonymousClassesThatShiftNumbersKeepTheirIdentity() throws IOException {
        String source = """
                package app;
                class Main {
                    interface Op { String run(); }
                    enum E { A, B }
                    static Op first = a(), second = b();
                    static Op a() { return new Op() { public String run() { return "a"; } }; }
                    static Op b() { return new Op() { public String run() { return "b"; } }; }
                    static String show() { return first.run() + second.run(); }
                }
                """;
        String after = source.replace(
                        "static Op a()",
                        "static String sw(E e) { switch (e) { case A: return \"A\"; default: return \"D\"; } } static Op a()")
                .replace("return first.run()", "return sw(E.A) + first.run()");
        live(source, after, "ab", "Aab");
    }

    @Test
    void wideAndVolatileAddedFieldsAndCompoundAssignment() throws IOException {
        String source = """
                package app;
                class Main {
                    static final Main OLD = new Main();
                    static String show() { return "-"; }
                }
                """;
        String after = """
                package app;
                class Main {
                    static final Main OLD = new Main();
                    private long big = 1L << 40;
                    volatile double d = Math.max(1.5, 0);
                    byte[] bytes = {1, 2, 3};
                    String text = new StringBuilder("t").append(big).toString();
                    java.util.function.Supplier<String> lazy = () -> text + d;
                    boolean flag;
                    static String show() {
                        Main m = new Main();
                        m.big += 2; m.d++; m.bytes[0]++; m.flag |= true; OLD.big--;
                        return m.big + " " + m.d + " " + m.bytes[0] + m.flag + OLD.flag + " " + OLD.lazy.get() + OLD.big;
                    }
                }
                """;
        live(source, after, "-", "1099511627778 2.5 2truefalse t10995116277751.51099511627775");
    }

    @Test
    void addedFieldAssignedInAConstructorBodyIsZeroOnOldObjects() throws IOException {
        String source = """
                package app;
                class Main {
                    static final Main OLD = new Main(1);
                    final int a;
                    Main(int a) {
                        this.a = a;
                    }
                    static String show() { return "" + OLD.a; }
                }
                """;
        String after = """
                package app;
                class Main {
                    static final Main OLD = new Main(1);
                    final int a;
                    final int b;
                    final String fixed = "f";
                    Main(int a) {
                        this.a = a;
                        this.b = 5;
                    }
                    static String show() { return "" + OLD.a + OLD.b + OLD.fixed + new Main(2).b; }
                }
                """;
        live(source, after, "1", "10f5");
    }

    @Test
    void addedFieldsOfSuperclassAndSubclassDoNotMeet() throws IOException {
        String source = """
                package app;
                class Main {
                    static class A {
                        int a = 1;
                    }
                    static class B extends A {
                        int b = 2;
                    }
                    static final B OLD = new B();
                    static String show() { return "" + OLD.a + OLD.b; }
                }
                """;
        String after = """
                package app;
                class Main {
                    static class A {
                        int a = 1;
                        String x = "ax";
                    }
                    static class B extends A {
                        int b = 2;
                        String x = "bx";
                        String y() { return super.x + x; }
                    }
                    static final B OLD = new B();
                    static String show() { B n = new B(); n.x = "n"; return "" + OLD.a + OLD.b + OLD.y() + n.y() + ((A) n).x; }
                }
                """;
        live(source, after, "12", "12axbxaxnax");
    }

    @Test
    void fieldTypeChanged() throws IOException {
        String source =
                "package app;\nclass Main {\n static final Main OLD = new Main();\n int v = 3;\n static String show() { return \"\" + OLD.v; }\n}";
        live(source, source.replace("int v = 3", "String v = \"three\""), "3", "three");
    }

    @Test
    void accessWidenedAndFinalDropped() throws IOException {
        String source = """
                package app;
                class Main {
                    static class T { private final int v = Integer.parseInt("1"); private int get() { return v; } }
                    static final T OLD = new T();
                    static String show() { return "" + OLD.get(); }
                }
                """;
        String after = source.replace("private final int v", "public int v")
                .replace("private int get()", "protected final int get()")
                .replace("return \"\" + OLD.get()", "OLD.v = 9; return \"\" + OLD.get() + OLD.v");
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.show()).isEqualTo("1");
            assertThat(program.edit(after).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("99");
        }
    }

    @Test
    void protectedMembersOfALibraryClassInAnotherPackage() throws IOException {
        String source = """
                package app;
                class Main extends java.util.AbstractList<String> {
                    static final Main OLD = new Main();
                    public String get(int i) { return "g" + i; }
                    public int size() { return 2; }
                    static String show() { return OLD.toString(); }
                }
                """;
        String after = source.replace(
                "return \"g\" + i;",
                "modCount += 0; removeRange(0, 0); return \"h\" + i + (modCount == 0) + super.isEmpty();");
        live(source, after, "[g0, g1]", "[h0truefalse, h1truefalse]");
    }

    @Test
    void tryCatchFinallyPatternsTextBlocksAndLabels() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() { return f("x") + f(3) + f(null); }
                    static String f(Object o) { return "."; }
                }
                """;
        String body =
                "StringBuilder s = new StringBuilder(); outer: for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) {"
                        + " if (j == 2) { continue outer; } if (i == 2) { break outer; } s.append(i * j); } }"
                        + " try { if (o instanceof String t && t.length() == 1) { return s + t; } if (o instanceof Integer n) { throw new IllegalStateException(\"n\" + n); }"
                        + " return s + o.toString(); } catch (IllegalStateException e) { return e.getMessage(); } catch (NullPointerException | ClassCastException e) { return \"npe\"; }"
                        + " finally { s.append(\"fin\"); }";
        live(source, source.replace("return \".\";", body), "...", "0001xn3npe");
    }

    @Test
    void enumAndRecordMethods() throws IOException {
        String source = """
                package app;
                class Main {
                    enum E { A { String f() { return "a"; } }, B; String f() { return "b"; } }
                    record R(int x, String s) { int twice() { return x * 2; } }
                    static final R OLD = new R(1, "s");
                    static String show() { return E.A.f() + E.B.f() + OLD.twice(); }
                }
                """;
        String after = source.replace("\"a\"", "\"A\" + ordinal()")
                .replace("return \"b\"", "return \"B\" + name() + extra()")
                .replace("enum E { A", "enum E { A")
                .replace(
                        "; String f() { return \"B\"",
                        "; private int extra() { return values().length; } String f() { return \"B\"")
                .replace("return x * 2;", "return x * 3 + s.length() + more();")
                .replace("int twice()", "private int more() { return x; } int twice()");
        live(source, after, "ab2", "A0BB25");
    }

    @Test
    void genericBridgesAndCovariantReturns() throws IOException {
        String source = """
                package app;
                class Main {
                    interface Src<T> { T get(); }
                    static class S implements Src<String>, Comparable<S> { public String get() { return "s"; } public int compareTo(S o) { return 0; } }
                    static final Src<String> OLD = new S();
                    static String show() { return OLD.get() + new S().compareTo(new S()); }
                }
                """;
        live(source, source.replace("\"s\"", "\"t\"").replace("return 0", "return 7"), "s0", "t7");
    }

    @Test
    void exceptionsOfPatchedCodeShowFileAndLine() throws IOException {
        String source = """
                package app;
                class Main {
                    static String show() {
                        try {
                            return fail();
                        } catch (RuntimeException e) {
                            StackTraceElement f = e.getStackTrace()[0];
                            return f.getFileName() + ":" + f.getLineNumber() + ":" + e.getMessage();
                        }
                    }
                    static String fail() {
                        throw new RuntimeException("one");
                    }
                }
                """;
        live(
                source,
                source.replace(
                        "        throw new RuntimeException(\"one\");",
                        "        int x = 1;\n        throw new RuntimeException(\"two\" + x);"),
                "Main.java:12:one",
                "Main.java:13:two1");
    }

    @Test
    void thePointerChangesWithTheContentAndReturnsWithIt() throws IOException {
        String source = "package app;\nclass Main { static String show() { return \"1\"; } }";
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            Edit first = program.edit(source.replace("\"1\"", "\"2\""));
            Edit comment =
                    program.edit(source.replace("\"1\"", "\"2\"").replace("class Main", "\n// moved\nclass Main"));
            Edit undo = program.edit(source);
            Edit again = program.edit(source.replace("\"1\"", "\"2\""));
            assertThat(comment.commit()).as("a comment changes nothing").isEmpty();
            long image = first.result().patch().orElseThrow().jumpTable().firstKey();
            Long patched = first.result().patch().orElseThrow().jumpTable().get(image);
            assertThat(patched).isNotEqualTo(image);
            assertThat(undo.result().patch().orElseThrow().jumpTable()).containsEntry(image, image);
            assertThat(again.result().patch().orElseThrow().jumpTable()).containsEntry(image, patched);
        }
    }

    @Test
    void inlinedConstantsOfAnotherFile() throws IOException {
        String limits = "package app;\nclass Limits {\n static final int MAX = 3;\n}";
        String source = "package app;\nclass Main {\n static String show() { return \"max\" + Limits.MAX; }\n}";
        try (LiveProgram program = LiveProgram.start(folder, source, limits)) {
            assertThat(program.show()).isEqualTo("max3");
            assertThat(program.edit(limits.replace("3", "4")).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("max4");
        }
    }

    @Test
    void privateAndInterfaceSuperCalls() throws IOException {
        String source = """
                package app;
                class Main {
                    interface I { default String hi() { return "I"; } }
                    interface J { default String hi() { return "J"; } }
                    static class C implements I, J { public String hi() { return "C"; } }
                    static String show() { return new C().hi(); }
                }
                """;
        live(
                source,
                source.replace(
                        "return \"C\"", "Runnable r = () -> I.super.hi(); r.run(); return I.super.hi() + J.super.hi()"),
                "C",
                "IJ");
    }

    @Test
    void anAddedMethodIsOverriddenAndPulledUpByLaterPatches() throws IOException {
        String source = """
                package app;
                class Main {
                    static class A { }
                    static class B extends A { }
                    static class C extends B { String late() { return "C"; } }
                    static final A OLD = new C();
                    static String show() { return "-"; }
                }
                """;
        String first = source.replace("class B extends A { }", "class B extends A { String m() { return \"B\"; } }")
                .replace("return \"-\"", "return new B().m() + ((B) OLD).m()");
        String second = first.replace("String late()", "String m() { return \"C\"; } String late()");
        String third = second.replace(
                        "class A { }", "class A { String m() { return \"A\"; } String late() { return \"lA\"; } }")
                .replace("return new B().m()", "return new A().m() + OLD.m() + OLD.late() + new B().m()");
        String fourth = third.replace("String m() { return \"B\"; }", "");
        String d = "package app;\nclass D extends Main.B { String m() { return \"D\" + super.m(); } }\n";
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.edit(first).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("BB");
            assertThat(program.edit(second).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("BC");
            assertThat(program.edit(third).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("ACCBC");
            assertThat(program.edit(fourth).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("ACCAC");
            assertThat(program.edit(
                                    d,
                                    fourth.replace("return new A()", "A fresh = new D(); return fresh.m() + new A()"))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo("DAACCAC");
        }
    }

    @Test
    void anOverrideWithANarrowerResultIsRefusedWithItsBridge() throws IOException {
        String source = """
                package app;
                class Main {
                    static class A { Object get() { return "a"; } }
                    static class B extends A { }
                    static final A OLD = new B();
                    static String show() { return "" + OLD.get(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            Edit edit = program.edit(
                    source.replace("class B extends A { }", "class B extends A { String get() { return \"b\"; } }"));
            assertThat(edit.verdicts()).containsExactly(Map.entry("app.Main.B.get()", "refused OverrideAdded"));
        }
    }

    @Test
    void onlyTheResultTypeChanges() throws IOException {
        String source =
                "package app;\nclass Main {\n static int f() { return 1; }\n static String show() { return \"\" + f(); }\n}";
        live(
                source,
                source.replace("static int f", "static long f").replace("return 1", "return 1L << 33"),
                "1",
                "8589934592");
    }

    @Test
    void aFieldThatHidesAnotherIsReadByCodeThatDidNotChange() throws IOException {
        String source = """
                package app;
                class Main {
                    static class Base {
                        int x = 1;
                    }
                    static class Sub extends Base {
                        int get() { return x; }
                    }
                    static final Sub OLD = new Sub();
                    static String show() { return "" + OLD.get(); }
                }
                """;
        live(source, source.replace("int get()", "int x = 7;\n        int get()"), "1", "7");
    }

    @Test
    void aStaticMethodThatHidesAnotherIsCalledByCodeThatDidNotChange() throws IOException {
        String source = """
                package app;
                class Main {
                    static class Base { static String s() { return "base"; } }
                    static class Sub extends Base { }
                    static String show() { return Sub.s(); }
                }
                """;
        live(
                source,
                source.replace(
                        "class Sub extends Base { }",
                        "class Sub extends Base { static String s() { return \"sub\"; } }"),
                "base",
                "sub");
    }

    @Test
    void aPulledUpFieldIsOneFieldForAllItsUsers() throws IOException {
        String source = """
                package app;
                class Main {
                    static class Base {
                    }
                    static class Sub extends Base {
                        int n;
                        void inc() { n++; }
                        int get() { return n; }
                    }
                    static String show() { Sub s = new Sub(); s.inc(); return "" + s.get(); }
                }
                """;
        live(
                source,
                source.replace("        int n;\n", "")
                        .replace("class Base {\n", "class Base {\n        int n;\n")
                        .replace("return n;", "return n * 10;"),
                "1",
                "10");
    }

    @Test
    void anInterfaceGainsAMethodThatItsImplementorInherits() throws IOException {
        String source = """
                package app;
                class Main {
                    interface I { }
                    static class Base { public String foo() { return "base"; } }
                    static class D extends Base implements I { }
                    static final I OLD = new D();
                    static String show() { return "-"; }
                }
                """;
        live(
                source,
                source.replace("interface I { }", "interface I { default String foo() { return \"I\"; } }")
                        .replace("return \"-\"", "return OLD.foo()"),
                "-",
                "base");
    }

    @Test
    void oneMethodBelongsToTheFamiliesOfTwoInterfaces() throws IOException {
        String source = """
                package app;
                class Main {
                    interface I { }
                    interface J { }
                    static class C implements I, J { }
                    static final C OLD = new C();
                    static String show() { return "-"; }
                }
                """;
        live(
                source,
                source.replace("interface I { }", "interface I { String foo(); }")
                        .replace("interface J { }", "interface J { String foo(); }")
                        .replace("implements I, J { }", "implements I, J { public String foo() { return \"C\"; } }")
                        .replace("return \"-\"", "return ((I) OLD).foo() + ((J) OLD).foo() + OLD.foo()"),
                "-",
                "CCC");
    }

    @Test
    void aLambdaSharedByTwoConstructorsIsEditedOnce() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    final Supplier<String> f = () -> "1";
                    Main() {
                    }
                    Main(int x) {
                    }
                    static final Main OLD = new Main(1);
                    static String show() { return OLD.f.get() + new Main().f.get(); }
                }
                """;
        live(source, source.replace("\"1\"", "\"2\""), "11", "22");
    }

    @Test
    void anOverrideOfAnInterfaceDefaultIsRemoved() throws IOException {
        String source = """
                package app;
                class Main {
                    interface I { default String hi() { return "I"; } }
                    static class C implements I { public String hi() { return "C"; } }
                    static final I OLD = new C();
                    static String show() { return OLD.hi(); }
                }
                """;
        live(source, source.replace("public String hi() { return \"C\"; }", ""), "C", "I");
    }

    @Test
    void aLiveLambdaIsNotGivenABodyWithOtherCaptures() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    static Supplier<String> kept;
                    static void make(String a, String b) { if (kept == null) { kept = () -> a + "-" + b; } }
                    static String show() { make("a", "b"); return kept.get(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.show()).isEqualTo("a-b");
            assertThat(program.edit(source.replace("a + \"-\" + b", "b + \"-\" + a"))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).as("its own old body").isEqualTo("a-b");
        }
    }

    @Test
    void liveLambdasKeepTheirBodiesWhereRemovalAndEditCannotBeToldApart() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    static Supplier<String> a, b, c;
                    static void make() { a = () -> "a"; b = () -> "b"; }
                    static String show() { if (a == null) { make(); } return a.get() + b.get(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.show()).isEqualTo("ab");
            program.edit(source.replace("a = () -> \"a\"; b = () -> \"b\";", "b = () -> \"b!\"; c = () -> \"c\";"));
            assertThat(program.show()).isEqualTo("ab");
        }
    }

    @Test
    void anAddedFieldBecomesStaticAndBack() throws IOException {
        String source = "package app;\nclass Main {\n static String show() { return \"-\"; }\n}";
        String instance =
                "package app;\nclass Main {\n int n = 3;\n static String show() { return \"\" + new Main().n; }\n}";
        String fixed = instance.replace("int n = 3", "static int n = 4").replace("new Main().n", "n");
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            for (String[] step : new String[][] {{instance, "3"}, {fixed, "4"}, {instance, "3"}, {source, "-"}}) {
                assertThat(program.edit(step[0]).notLive()).isEmpty();
                assertThat(program.show()).isEqualTo(step[1]);
            }
        }
    }

    @Test
    void anAddedSuperMethodIsFoundAfterTheOneBetweenWasRemoved() throws IOException {
        String source = """
                package app;
                class Main {
                    static class A { }
                    static class B extends A { }
                    static class C extends B { }
                    static String show() { return "-"; }
                }
                """;
        String added = source.replace("class A { }", "class A { String m() { return \"A\"; } }")
                .replace("class B extends A { }", "class B extends A { String m() { return \"B\" + super.m(); } }")
                .replace("class C extends B { }", "class C extends B { String m() { return \"C\" + super.m(); } }")
                .replace("return \"-\"", "return new C().m()");
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            assertThat(program.edit(added).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("CBA");
            assertThat(program.edit(added.replace("String m() { return \"B\" + super.m(); }", ""))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo("CA");
        }
    }

    @Test
    void anAddedMethodOfAnotherPackageIsNotOverriddenAcrossPackages() throws IOException {
        String base = "package lib;\npublic class Base {\n public String call() { return \"-\"; }\n}\n";
        String source = """
                package app;
                class Main extends lib.Base {
                    String m() { return "Main.m"; }
                    static final Main OLD = new Main();
                    static String show() { return OLD.call() + OLD.m(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source, base)) {
            assertThat(program.show()).isEqualTo("-Main.m");
            String after = base.replace("return \"-\";", "return m();")
                    .replace("public String call", "String m() { return \"Base.m\"; }\n public String call");
            assertThat(program.edit(after).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("Base.mMain.m");
        }
    }

    @Test
    void aNullReceiverOfAnAddedMethodFails() throws IOException {
        String source = "package app;\nclass Main {\n static String show() { return \"-\"; }\n}";
        String after =
                "package app;\nclass Main {\n private String a() { return \"a\"; }\n static Main none() { return null; }\n"
                        + " static String show() { try { return none().a(); } catch (NullPointerException e) { return \"npe\"; } }\n}";
        live(source, after, "-", "npe");
    }

    @Test
    void membersWidenedForAnotherPackageInTheSameSave() throws IOException {
        String lib = """
                package lib;
                public class Box {
                    int v = Integer.parseInt("3");
                    String name() { return "box"; }
                    public static Box make() { return new Box(); }
                    Box() {
                    }
                }
                """;
        String source =
                "package app;\nclass Main {\n static String show() { return \"-\" + lib.Box.make().getClass().getName(); }\n}";
        try (LiveProgram program = LiveProgram.start(folder, source, lib)) {
            assertThat(program.show()).isEqualTo("-lib.Box");
            String wide = lib.replace("    int v", "    public int v")
                    .replace("    String name", "    public String name")
                    .replace("    Box()", "    public Box()");
            assertThat(program.edit(wide, source.replace("\"-\" +", "new lib.Box().v + lib.Box.make().name() +"))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo("3boxlib.Box");
        }
    }

    @Test
    void aLambdaThatDidNotChangeFindsTheSuperMethodThatDid() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    static class A { }
                    static class B extends A { String m() { return "B"; } }
                    static class C extends B { String n() { Supplier<String> s = () -> "C" + super.m(); return s.get(); } }
                    static final C OLD = new C();
                    static String show() { return OLD.n(); }
                }
                """;
        String pulledUp = source.replace("class A { }", "class A { String m() { return \"A\"; } }")
                .replace("class B extends A { String m() { return \"B\"; } }", "class B extends A { }");
        live(source, pulledUp, "CB", "CA");
    }

    @Test
    void aSerialisableLambdaGoesLiveWithANote() throws IOException {
        String source = """
                package app;
                import java.io.Serializable;
                import java.util.function.*;
                class Main {
                    static String show() { Supplier<String> s = (Supplier<String> & Serializable) () -> "1"; return s.get(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            Edit edit = program.edit(source.replace("\"1\"", "\"2\""));
            assertThat(program.show()).isEqualTo("2");
            assertThat(edit.result().members().get(0).notes()).anyMatch(n -> n.contains("serialised lambdas"));
        }
    }
}
