package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members that only heirs, the package or the interface may name. */
class AccessEditTest {

    private static final String LIB = """
            package lib;
            public class Base extends Hidden {
                protected int p = Integer.parseInt("1");
                protected static int s = 2;
                protected String m(int x) { return "m" + x; }
                protected static String sm() { return "sm"; }
                protected Base(String s) { }
                public Base() { }
                protected static class Nested { public String n() { return "nested"; } protected Nested() { } public static Nested of() { return new Nested(); } }
                protected interface Op { int op(int x); }
                public static Object secret() { return new Secret(); }
                public static String tell(Object o) { return o.toString(); }
            }
            class Hidden {
                public String inherited() { return "inherited"; }
                public static String hiddenStatic() { return "hs"; }
                public int field = 9;
                protected String ph() { return "ph"; }
            }
            class Secret { public String toString() { return "secret"; } }
            """;

    @TempDir
    Path folder;

    private void shows(String members, String body, String shown) throws IOException {
        String source = """
                package app;
                class Main extends lib.Base implements java.util.function.IntSupplier {
                    static final Main OLD = new Main();
                    public int getAsInt() { return 1; }
                    %s
                    static String show() { return OLD.body() + new Main().body(); }
                    String body() { return "-"; }
                }
                """.formatted(members);
        try (LiveProgram program = LiveProgram.start(folder, source, LIB)) {
            assertThat(program.show()).isEqualTo("--");
            assertThat(program.edit(source.replace("return \"-\";", body)).notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo(shown + shown);
            assertThat(program.edit(source.replace("return \"-\";", "String twice = \"+\"; " + body))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).as("second edit").isEqualTo(shown + shown);
            assertThat(program.edit(source).notLive()).isEmpty();
            assertThat(program.show()).as("undone").isEqualTo("--");
        }
    }

    @Test
    void protectedFieldsMethodsAndStatics() throws IOException {
        shows(
                "",
                "p = 4; s = 5; Main o = new Main(); o.p++; return p + \"\" + o.p + s + m(3) + o.m(4) + super.m(5) + sm();",
                "425m3m4m5sm");
    }

    @Test
    void protectedInLambdasReferencesAndInnerClasses() throws IOException {
        shows(
                "class Inner { String i() { return \"i\"; } }",
                "java.util.function.IntFunction<String> f = this::m; java.util.function.IntFunction<String> g = x -> m(x) + p + s; java.util.function.IntFunction<String> h = super::m;"
                        + " java.util.function.Supplier<String> k = lib.Base::sm; p = 1; s = 2; return f.apply(1) + g.apply(2) + h.apply(3) + k.get() + new Inner().i();",
                "m1m212m3smi");
    }

    @Test
    void protectedNestedClassesAndConstructors() throws IOException {
        shows(
                "",
                "Nested n = Nested.of(); Op op = x -> x + 1; Object o = n; return n.n() + op.op(4) + (o instanceof Nested) + ((Nested) o).n();",
                "nested5truenested");
    }

    @Test
    void publicMembersOfAPackagePrivateSuperclass() throws IOException {
        shows(
                "",
                "field = 8; return inherited() + hiddenStatic() + field + super.inherited() + ph() + super.ph();",
                "inheritedhs8inheritedphph");
    }

    @Test
    void objectsOfAPackagePrivateClass() throws IOException {
        shows(
                "",
                "Object o = secret(); var v = secret(); return tell(o) + v.toString() + o.hashCode() * 0;",
                "secretsecret0");
    }

    @Test
    void interfaceSuperAndInheritedStatics() throws IOException {
        String source = """
                package app;
                class Main {
                    interface I { default String d() { return "I"; } int K = Integer.parseInt("3"); static String st() { return "st"; } }
                    interface J extends I { default String d() { return "J" + I.super.d(); } }
                    static class P { static String ps = "ps"; static String pm() { return ps; } }
                    static class C extends P implements J, Comparable<C> { public int compareTo(C o) { return 1; } String body() { return "-"; } }
                    static final C OLD = new C();
                    static String show() { return OLD.body(); }
                }
                """;
        LiveProgram.assertLive(
                folder,
                source,
                source.replace(
                        "return \"-\";",
                        "java.util.function.Supplier<String> s = J.super::d; java.util.function.Supplier<String> t = () -> J.super.d(); return J.super.d() + s.get() + t.get() + K + I.st() + ps + pm() + C.pm() + d() + toString().isEmpty() + super.equals(this);"),
                "-",
                "JIJIJI3stpspspsJIfalsetrue");
    }

    @Test
    void protectedMethodsOfObject() throws IOException {
        shows(
                "public Object clone() throws CloneNotSupportedException { return super.clone(); }",
                "try { return \"\" + (clone() != this) + new int[] {1}.clone().length; } catch (CloneNotSupportedException e) { return \"not\"; }",
                "not");
    }

    @Test
    void aSignatureNamesAClassThatOnlyItsPackageMayName() throws IOException {
        String lib = LIB.replace(
                "public static Object secret()",
                "protected Secret mine() { return new Secret(); }\n protected String take(Secret s) { return \"took\" + s; }\n public static Object secret()");
        String source = """
                package app;
                class Main extends lib.Base {
                    static final Main OLD = new Main();
                    static String show() { return OLD.body(); }
                    String body() { return "-"; }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source, lib)) {
            assertThat(program.show()).isEqualTo("-");
            assertThat(program.edit(source.replace("return \"-\";", "return take(mine()) + mine();"))
                            .notLive())
                    .isEmpty();
            assertThat(program.show()).isEqualTo("tooksecretsecret");
        }
    }
}
