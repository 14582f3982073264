package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncrementalCompilerTest {

    @Test
    void anEditedBodyCompilesItsOwnSourceOnly() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.A", "package app; public class A { public int a() { return 1; } }",
                "app.B", "package app; public class B { int b() { return new A().a(); } }"))) {
            Compilation.Good good =
                    sources.save("app.A", "package app; public class A { public int a() { return 2; } }");

            assertThat(good.classes()).containsOnlyKeys("app.A");
            assertThat(good.deleted()).isEmpty();
        }
    }

    @Test
    void aChangedSignatureCompilesItsUsers() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.A", "package app; public class A { public int a() { return 1; } }",
                "app.B", "package app; public class B { long b() { return new A().a(); } }",
                "app.C", "package app; public class C { }"))) {
            Compilation.Good good =
                    sources.save("app.A", "package app; public class A { public short a() { return 1; } }");

            assertThat(good.classes()).containsOnlyKeys("app.A", "app.B");
        }
    }

    @Test
    void aChangedSignatureThatItsUsersDoNotAllowIsAnErrorInTheUser() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.A", "package app; public class A { public int a() { return 1; } }",
                "app.B", "package app;\npublic class B {\n  int b() { return new A().a(); }\n}"))) {
            List<CompilerMessage> errors =
                    sources.errors(Map.of("app.A", "package app; public class A { public long a() { return 1; } }"));

            assertThat(errors).hasSize(1);
            assertThat(errors.get(0).file()).isEqualTo(Sources.file("app.B").toString());
            assertThat(errors.get(0).line()).isEqualTo(3);
            assertThat(errors.get(0).text()).contains("possible lossy conversion");
            assertThat(errors.get(0).rendered()).contains("return new A().a();").contains("^");
        }
    }

    @Test
    void aFailedSaveChangesNothing() throws Exception {
        try (Sources sources = Sources.of(Map.of("app.A", "package app; public class A { }"))) {
            Program before = sources.program();

            sources.errors(Map.of("app.A", "package app; public class A { int x = ; }"));
            Compilation.Good good = sources.save("app.B", "package app; class B extends A { }");

            assertThat(before.classFiles()).containsOnlyKeys("app.A");
            assertThat(good.classes()).containsOnlyKeys("app.B");
        }
    }

    @Test
    void aChangedConstantCompilesThoseThatInlinedItAndWhoInlinedTheirs() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.K", "package app; public class K { public static final int N = 1; }",
                "app.L", "package app; interface L { int M = K.N + 1; }",
                "app.Plain", "package app; class Plain { K k; }",
                "app.User", "package app; class User { int u(int x) { switch (x) { case L.M: return 1; } return 0; } }",
                "app.Static", "package app; import static app.K.N; class Static { String s = \"n\" + N; }"))) {
            Compilation.Good good =
                    sources.save("app.K", "package app; public class K { public static final int N = 2; }");

            assertThat(good.classes()).containsOnlyKeys("app.K", "app.L", "app.User", "app.Static");
        }
    }

    @Test
    void aFieldThatBecomesAConstantCompilesItsReaders() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.K", "package app; public class K { public static int N = 1; }",
                "app.User", "package app; class User { int u() { return K.N; } }"))) {
            assertThat(sources.save("app.K", "package app; public class K { public static final int N = 1; }")
                            .classes())
                    .containsOnlyKeys("app.K", "app.User");
            assertThat(sources.save("app.K", "package app; public class K { public static final int N = 7; }")
                            .classes())
                    .containsOnlyKeys("app.K", "app.User");
        }
    }

    @Test
    void aChangedSuperclassCompilesTheUsersOfItsSubclasses() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.A", "package app; class A { Object f(Object o) { return o; } }",
                "app.B", "package app; class B extends A { }",
                "app.C", "package app; class C extends B { }",
                "app.User", "package app; class User { Object u() { return new C().f(\"\"); } }"))) {
            Compilation.Good good = sources.save(
                    "app.A",
                    "package app; class A { Object f(Object o) { return o; } Object f(String s) { return s; } }");

            assertThat(good.classes()).containsOnlyKeys("app.A", "app.B", "app.C", "app.User");
        }
    }

    @Test
    void aPrivateMemberIsNobodysBusiness() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.A", "package app; public class A { public int a() { return 1; } }",
                "app.B", "package app; class B extends A { }"))) {
            Compilation.Good good = sources.save(
                    "app.A",
                    "package app; public class A { private int n; public synchronized int a() { return h(); }"
                            + " private int h() { Runnable r = () -> n++; r.run(); return n; } }");

            assertThat(good.classes()).containsOnlyKeys("app.A");
        }
    }

    @Test
    void aClassThatASourceNoLongerDeclaresIsDeleted() throws Exception {
        try (Sources sources = Sources.of(
                Map.of(
                        "app.A",
                        "package app; class A { static class In { } Runnable r = new Runnable() { public void run() {} }; }"))) {
            Compilation.Good good = sources.save("app.A", "package app; class A { }");

            assertThat(good.deleted()).containsExactlyInAnyOrder("app.A$In", "app.A$1");
            assertThat(sources.program().classFiles()).containsOnlyKeys("app.A");
        }
    }

    @Test
    void aDeletedSourceTakesItsClassesAlongAndItsUsersSaySo() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.A", "package app; class A { }",
                "app.B", "package app; class B { A a; }",
                "other.D", "package other; import app.E; class D { }",
                "app.E", "package app; public class E { }",
                "app.F", "package app; class F { }"))) {
            assertThat(sources.errors(Map.of(), "app.A").get(0).file())
                    .isEqualTo(Sources.file("app.B").toString());
            assertThat(sources.errors(Map.of(), "app.E").get(0).file())
                    .isEqualTo(Sources.file("other.D").toString());

            Compilation.Good good = sources.save(Map.of(), "app.F");

            assertThat(good.deleted()).containsExactly("app.F");
            assertThat(good.classes()).isEmpty();
        }
    }

    @Test
    void aNewClassThatHidesAnotherOneCompilesThoseThatNamedIt() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.A", "package app; import java.util.*; class A { Object o = new Random(); }",
                "app.B", "package app; class B { }"))) {
            Compilation.Good good = sources.save("app.Random", "package app; class Random { }");

            assertThat(good.classes()).containsOnlyKeys("app.A", "app.Random");
        }
    }

    @Test
    void aClassDeclaredTwiceIsAnError() throws Exception {
        try (Sources sources = Sources.of(Map.of("app.A", "package app; class A { }"))) {
            List<CompilerMessage> errors = sources.errors(Map.of("app.B", "package app; class B { } class A { }"));

            assertThat(errors.get(0).text()).contains("duplicate class");
        }
    }

    @Test
    void aClassThatMovesToAnotherFileIsNotDeleted() throws Exception {
        try (Sources sources = Sources.of(Map.of("app.A", "package app; class A { }"))) {
            Compilation.Good good = sources.save(Map.of("app.B", "package app; class A { int x; }"), "app.A");

            assertThat(good.deleted()).isEmpty();
            assertThat(good.classes()).containsOnlyKeys("app.A");
        }
    }

    @Test
    void filesThatOnlyCompileTogetherCompileTogether() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.A", "package app; class A { int a() { return 1; } }",
                "app.B", "package app; class B { int b() { return new A().a(); } }"))) {
            Compilation.Good good = sources.save(Map.of(
                    "app.A", "package app; class A { int a(int x) { return x; } }",
                    "app.B", "package app; class B { int b() { return new A().a(3); } }"));

            assertThat(good.classes()).containsOnlyKeys("app.A", "app.B");
        }
    }

    @Test
    void aChangedAnnotationDefaultOrEnumOrRecordCompilesItsUsers() throws Exception {
        try (Sources sources = Sources.of(Map.of(
                "app.E", "package app; enum E { X }",
                "app.R", "package app; record R(int a) { }",
                "app.UsesE", "package app; class UsesE { int u(E e) { return switch (e) { case X -> 1; }; } }",
                "app.UsesR", "package app; class UsesR { Object o = new R(1); }"))) {
            assertThat(sources.errors(Map.of("app.E", "package app; enum E { X, Y }"))
                            .get(0)
                            .file())
                    .isEqualTo(Sources.file("app.UsesE").toString());
            assertThat(sources.errors(Map.of("app.R", "package app; record R(int a, int b) { }"))
                            .get(0)
                            .file())
                    .isEqualTo(Sources.file("app.UsesR").toString());
        }
    }

    @Test
    void aWarningIsReportedAndCompiles() throws Exception {
        try (Sources sources = new Sources(List.of(), List.of(), "-Xlint:rawtypes")) {
            Compilation.Good good = sources.save("app.A", "package app;\nclass A {\n  java.util.List l;\n}");

            assertThat(good.warnings()).hasSize(1);
            assertThat(good.warnings().get(0).line()).isEqualTo(3);
            assertThat(good.warnings().get(0).error()).isFalse();
        }
    }
}
