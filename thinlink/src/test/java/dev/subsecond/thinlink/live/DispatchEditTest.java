package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which method a call finds after the classes around it have changed. */
class DispatchEditTest {

    @TempDir
    Path folder;

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
        LiveProgram.assertLive(folder, source, after, "[g0, g1]", "[h0truefalse, h1truefalse]");
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
        LiveProgram.assertLive(folder, source, after, "ab2", "A0BB25");
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
        LiveProgram.assertLive(
                folder, source, source.replace("\"s\"", "\"t\"").replace("return 0", "return 7"), "s0", "t7");
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
        LiveProgram.assertLive(
                folder,
                source,
                source.replace(
                        "return \"C\"", "Runnable r = () -> I.super.hi(); r.run(); return I.super.hi() + J.super.hi()"),
                "C",
                "IJ");
    }

    @Test
    void onlyTheResultTypeChanges() throws IOException {
        String source =
                "package app;\nclass Main {\n static int f() { return 1; }\n static String show() { return \"\" + f(); }\n}";
        LiveProgram.assertLive(
                folder,
                source,
                source.replace("static int f", "static long f").replace("return 1", "return 1L << 33"),
                "1",
                "8589934592");
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
        LiveProgram.assertLive(
                folder,
                source,
                source.replace(
                        "class Sub extends Base { }",
                        "class Sub extends Base { static String s() { return \"sub\"; } }"),
                "base",
                "sub");
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
        LiveProgram.assertLive(
                folder,
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
        LiveProgram.assertLive(
                folder,
                source,
                source.replace("interface I { }", "interface I { String foo(); }")
                        .replace("interface J { }", "interface J { String foo(); }")
                        .replace("implements I, J { }", "implements I, J { public String foo() { return \"C\"; } }")
                        .replace("return \"-\"", "return ((I) OLD).foo() + ((J) OLD).foo() + OLD.foo()"),
                "-",
                "CCC");
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
        LiveProgram.assertLive(folder, source, source.replace("public String hi() { return \"C\"; }", ""), "C", "I");
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
        LiveProgram.assertLive(folder, source, after, "-", "npe");
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
}
