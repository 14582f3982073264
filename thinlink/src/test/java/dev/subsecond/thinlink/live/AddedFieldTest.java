package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields that a patch adds or takes away: on old objects and new ones, in subclasses, with every kind of initialiser. */
class AddedFieldTest {

    @TempDir
    Path folder;

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
        LiveProgram.assertLive(
                folder, source, after, "-", "1099511627778 2.5 2truefalse t10995116277751.51099511627775");
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
        LiveProgram.assertLive(folder, source, after, "1", "10f5");
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
        LiveProgram.assertLive(folder, source, after, "12", "12axbxaxnax");
    }

    @Test
    void fieldTypeChanged() throws IOException {
        String source =
                "package app;\nclass Main {\n static final Main OLD = new Main();\n int v = 3;\n static String show() { return \"\" + OLD.v; }\n}";
        LiveProgram.assertLive(folder, source, source.replace("int v = 3", "String v = \"three\""), "3", "three");
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
        LiveProgram.assertLive(folder, source, source.replace("int get()", "int x = 7;\n        int get()"), "1", "7");
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
        LiveProgram.assertLive(
                folder,
                source,
                source.replace("        int n;\n", "")
                        .replace("class Base {\n", "class Base {\n        int n;\n")
                        .replace("return n;", "return n * 10;"),
                "1",
                "10");
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
}
