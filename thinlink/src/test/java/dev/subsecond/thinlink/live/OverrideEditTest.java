package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class gets a method that overrides one it inherits; callers that nobody edited find it. */
class OverrideEditTest {

    @TempDir
    Path folder;

    /** Edits to {@code once}, then to {@code twice}, then back. */
    private void live(String before, String shown, String once, String shownOnce, String twice, String shownTwice)
            throws IOException {
        try (LiveProgram program = LiveProgram.start(folder, before)) {
            assertThat(program.show()).isEqualTo(shown);
            assertThat(program.edit(once).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo(shownOnce);
            assertThat(program.edit(twice).notLive()).isEmpty();
            assertThat(program.show()).as("second edit").isEqualTo(shownTwice);
            assertThat(program.edit(before).notLive()).isEmpty();
            assertThat(program.show()).as("undone").isEqualTo(shown);
            assertThat(program.edit(once).notLive()).isEmpty();
            assertThat(program.show()).as("done again").isEqualTo(shownOnce);
        }
    }

    private static final String CLASSES = """
            package app;
            class Main {
                static class A { String m() { return "A"; } String twice() { return m() + m(); } }
                static class B extends A { int b; }
                static class C extends B { int c; }
                static class D extends C { String m() { return "D" + super.m(); } }
                static final A[] OLD = { new A(), new B(), new C(), new D() };
                static String show() {
                    A[] fresh = { new A(), new B(), new C(), new D() };
                    String s = "";
                    for (int i = 0; i < 4; i++) { s += OLD[i].m() + fresh[i].twice() + " "; }
                    return s + new C().m();
                }
            }
            """;

    @Test
    void everyCallerOfTheInheritedMethodFindsIt() throws IOException {
        String once = CLASSES.replace("int b;", "int b; String m() { return \"B\"; }");
        live(
                CLASSES,
                "AAA AAA AAA DADADA A",
                once,
                "AAA BBB BBB DBDBDB B",
                once.replace("\"B\"", "\"b\" + super.m()"),
                "AAA bAbAbA bAbAbA DbADbADbA bA");
    }

    @Test
    void superCallsGoThroughSeveralLevels() throws IOException {
        String once = CLASSES.replace("int b;", "int b; String m() { return \"B\" + super.m(); }")
                .replace("int c;", "int c; String m() { return \"C\" + super.m(); }");
        live(
                CLASSES,
                "AAA AAA AAA DADADA A",
                once,
                "AAA BABABA CBACBACBA DCBADCBADCBA CBA",
                once.replace("int b; String m() { return \"B\" + super.m(); }", "int b;"),
                "AAA AAA CACACA DCADCADCA CA");
    }

    @Test
    void theOverriddenMethodIsEditedAfterwards() throws IOException {
        String once = CLASSES.replace("int b;", "int b; String m() { return \"B\" + super.m(); }");
        live(
                CLASSES,
                "AAA AAA AAA DADADA A",
                once,
                "AAA BABABA BABABA DBADBADBA BA",
                once.replace("return \"A\"", "return \"a\""),
                "aaa BaBaBa BaBaBa DBaDBaDBa Ba");
    }

    @Test
    void theOverriddenMethodIsEditedInTheSameSave() throws IOException {
        String once = CLASSES.replace("int b;", "int b; String m() { return \"B\" + super.m(); }")
                .replace("return \"A\"", "return \"a\"");
        live(
                CLASSES,
                "AAA AAA AAA DADADA A",
                once,
                "aaa BaBaBa BaBaBa DBaDBaDBa Ba",
                once.replace("int b; String m() { return \"B\" + super.m(); }", "int b;"),
                "aaa aaa aaa DaDaDa a");
    }

    @Test
    void aSuperCallFromAnotherMethodStillRunsTheInheritedOne() throws IOException {
        String before = """
                package app;
                class Main {
                    static class A { String m() { return "A"; } }
                    static class B extends A {
                        String other() { return super.m(); }
                        String later() { java.util.function.Supplier<String> s = () -> super.m(); return s.get(); }
                        String reference() { java.util.function.Supplier<String> s = super::m; return s.get(); }
                    }
                    static class C extends B { int c; }
                    static final C OLD = new C();
                    static String show() { return OLD.m() + OLD.other() + OLD.later() + OLD.reference(); }
                }
                """;
        live(
                before,
                "AAAA",
                before.replace("int c;", "int c; String m() { return \"C\"; }"),
                "CAAA",
                before.replace("class B extends A {", "class B extends A { String m() { return \"B\"; }"),
                "BAAA");
    }

    @Test
    void throughInterfacesAbstractClassesAndDefaults() throws IOException {
        String before = """
                package app;
                class Main {
                    interface I { String name(); default String m() { return "I"; } }
                    interface J extends I { int J = 1; }
                    static abstract class Abstract implements I { public String name() { return "abstract"; } }
                    static class C extends Abstract implements J { int c; }
                    static class D extends C { int d; public String m() { return "D" + super.m(); } }
                    static final I OLD = new C();
                    static final Abstract OLDER = new D();
                    static String show() {
                        return OLD.m() + OLD.name() + OLDER.m() + OLDER.name() + new C().m() + ((J) new D()).m();
                    }
                }
                """;
        String once = before.replace("int c;", "public String name() { return \"c\"; }")
                .replace("int J = 1;", "int J = 1; default String m() { return \"J\" + I.super.m(); }");
        live(
                before,
                "IabstractDIabstractIDI",
                once,
                "JIcDJIcJIDJI",
                once.replace(
                        "static abstract class Abstract implements I {",
                        "static abstract class Abstract implements I { public String m() { return \"Abs\"; }"),
                "AbscDAbscAbsDAbs");
    }

    @Test
    void genericMethodsAndNarrowerResults() throws IOException {
        String before = """
                package app;
                class Main {
                    static class A<T> { Object get(T t) { return "A" + t; } A<T> self() { return this; } }
                    static class B extends A<String> { int b; }
                    static final A<String> OLD = new B();
                    static String show() { return "" + OLD.get("x") + new B().get("y") + (OLD.self() == OLD); }
                }
                """;
        String once = before.replace(
                "int b;",
                "int b; String get(String s) { return \"B\" + s + super.get(s); } B self() { return new B(); }");
        live(
                before,
                "AxAytrue",
                once,
                "BxAxByAyfalse",
                once.replace("return \"B\" + s + super.get(s)", "return \"b\" + s.length()"),
                "b1b1false");
    }

    @Test
    void protectedMethodsOfOtherPackagesWidenedByTheOverride() throws IOException {
        String lib = """
                package lib;
                public abstract class Base {
                    protected String m() { return "base"; }
                    String hidden() { return "hidden"; }
                    public String call() { return m() + hidden(); }
                }
                """;
        String before = """
                package app;
                class Main {
                    static class C extends lib.Base { int c; }
                    static final C OLD = new C();
                    static String show() { return OLD.call(); }
                }
                """;
        String after = before.replace(
                        "int c;",
                        "int c; public String m() { return \"C\" + super.m(); } String hidden() { return \"mine\"; }")
                .replace("return OLD.call()", "return OLD.call() + OLD.m() + OLD.hidden()");
        try (LiveProgram program = LiveProgram.start(folder, before, lib)) {
            assertThat(program.show()).isEqualTo("basehidden");
            assertThat(program.edit(after).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("CbasehiddenCbasemine");
            assertThat(program.edit(before).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("basehidden");
        }
    }

    @Test
    void ofALibrarysMethodInTheCodeOfTheProgram() throws IOException {
        String before = """
                package app;
                class Main {
                    static class A { int a; }
                    static class B extends A { public String toString() { return "B"; } }
                    static final Object[] OLD = { new A(), new B(), "text" };
                    static String show() {
                        String s = "";
                        for (Object o : OLD) { String t = o.toString(); s += t.startsWith("app.Main") ? "old" : t; }
                        return s + (new A().equals("x") ? "same" : "other");
                    }
                }
                """;
        String once = before.replace(
                "int a;",
                "int a; public String toString() { return \"A\"; } public boolean equals(Object o) { return o instanceof String || super.equals(o); }");
        live(
                before,
                "oldBtextother",
                once,
                "ABtextsame",
                once.replace("return \"A\"", "return \"a\" + super.toString().startsWith(\"app.\")"),
                "atrueBtextsame");
    }

    @Test
    void ofALibrarysMethodIsNoted() throws IOException {
        String before =
                "package app;\nclass Main implements Runnable {\n public void run() { }\n static String show() { return \"-\"; }\n}\n";
        try (LiveProgram program = LiveProgram.start(folder, before)) {
            Edit edit = program.edit(
                    before.replace("static String", "public int hashCode() { return 7; }\n static String"));
            assertThat(edit.result().members())
                    .singleElement()
                    .satisfies(v -> assertThat(v.notes().toString()).contains("java.lang.Object"));
        }
    }

    @Test
    void runOfAThreadAndProtectedLibraryMethods() throws IOException {
        String before = """
                package app;
                class Main {
                    static class T extends Thread { int t; void now() { run(); } }
                    static class L extends java.util.ArrayList<String> {
                        int l;
                        void cut() { removeRange(0, 1); }
                    }
                    static final T OLD = new T();
                    static String seen = "";
                    static String show() {
                        seen = "";
                        OLD.now();
                        Runnable r = OLD;
                        r.run();
                        L list = new L();
                        list.add("x");
                        list.add("y");
                        list.cut();
                        return seen + list;
                    }
                }
                """;
        String once = before.replace("int t;", "int t; public void run() { seen += \"run\"; super.run(); }")
                .replace("int l;", "int l; protected void removeRange(int a, int b) { super.removeRange(a, b + 1); }");
        live(before, "[y]", once, "runrun[]", once.replace("\"run\"", "\"go\""), "gogo[]");
    }

    @Test
    void aNewClassBelowHasWhatTheLoadedOnesLack() throws IOException {
        String before = """
                package app;
                class Main {
                    interface Shape { String name(); }
                    static abstract class Base implements Shape { int b; }
                    static String show() { return make().name() + "," + make(); }
                    static Shape make() { return new Shape() { public String name() { return "old"; } public String toString() { return "o"; } }; }
                }
                """;
        String after = before.replace(
                        "int b;",
                        "int b; public String name() { return \"base\"; } public String toString() { return \"B\" + name(); }")
                .replace(
                        "return new Shape() { public String name() { return \"old\"; } public String toString() { return \"o\"; } };",
                        "return new Square();");
        try (LiveProgram program = LiveProgram.start(folder, before)) {
            assertThat(program.show()).isEqualTo("old,o");
            assertThat(program.edit(after, "package app;\nclass Square extends Main.Base { }\n")
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo("base,Bbase");
        }
    }

    @Test
    void pulledUpAndPushedDown() throws IOException {
        String before = """
                package app;
                class Main {
                    static class A { String m() { return "A"; } }
                    static class B extends A { int b; }
                    static class C extends B { String m() { return "C"; } }
                    static class D extends B { int d; }
                    static final A[] OLD = { new A(), new B(), new C(), new D() };
                    static String show() { String s = ""; for (A a : OLD) { s += a.m(); } return s; }
                }
                """;
        live(
                before,
                "AACA",
                before.replace("String m() { return \"C\"; }", "")
                        .replace("int b;", "int b; String m() { return \"C\"; }"),
                "ACCC",
                before.replace("String m() { return \"C\"; }", "")
                        .replace("int d;", "int d; String m() { return \"C\"; }"),
                "AAAC");
    }

    @Test
    void anOverrideBetweenIsTakenAway() throws IOException {
        String before = CLASSES.replace("int c;", "int c; String m() { return \"C\" + super.m(); }");
        String once = before.replace("int b;", "int b; String m() { return \"B\" + super.m(); }");
        live(
                before,
                "AAA AAA CACACA DCADCADCA CA",
                once,
                "AAA BABABA CBACBACBA DCBADCBADCBA CBA",
                once.replace("int c; String m() { return \"C\" + super.m(); }", "int c;"),
                "AAA BABABA BABABA DBADBADBA BA");
    }

    @Test
    void synchronizedVarargsAndWideParameters() throws IOException {
        String before = """
                package app;
                class Main {
                    static class A { synchronized String m(long a, double b, int... c) { return "A" + a + b + c.length; } }
                    static class B extends A { int b; }
                    static final A OLD = new B();
                    static String show() { return OLD.m(1, 2, 3, 4); }
                }
                """;
        String once = before.replace(
                "int b;",
                "int b; synchronized String m(long a, double b, int... c) { return Thread.holdsLock(this) + super.m(a + 1, b, c); }");
        live(before, "A12.02", once, "trueA22.02", once.replace("a + 1", "a + 2"), "trueA32.02");
    }

    @Test
    void ofAnEnumAndARecord() throws IOException {
        String before = """
                package app;
                class Main {
                    interface Named { default String label() { return "label"; } }
                    enum E implements Named { X, Y { int y; } }
                    record R(int n) implements Named { }
                    static final Named[] OLD = { E.X, E.Y, new R(1) };
                    static String show() { String s = ""; for (Named n : OLD) { s += n.label(); } return s; }
                }
                """;
        String once = before.replace("X, Y { int y; }", "X, Y { int y; public String label() { return \"y\"; } }")
                .replace("implements Named { }", "implements Named { public String label() { return \"r\" + n; } }");
        live(
                before,
                "labellabellabel",
                once,
                "labelyr1",
                once.replace("int y; }", "int y; }")
                        .replace("Y { int y;", "Y { int y; ")
                        .replace(
                                "public String label() { return \"y\"; } }",
                                "public String label() { return \"y\"; } ; }"),
                "labelyr1");
    }
}
