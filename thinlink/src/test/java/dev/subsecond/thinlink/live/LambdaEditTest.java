package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.live.LiveProgram.Edit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lambdas and anonymous classes: whose body a live object runs. */
class LambdaEditTest {

    @TempDir
    Path folder;

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
        LiveProgram.assertLive(folder, source, after, "ab", "ab");
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
        LiveProgram.assertLive(folder, source, source.replace("\"1\"", "\"2\""), "f1", "f2");
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
        LiveProgram.assertLive(folder, source, source.replace("\"op\"", "\"OP\""), "op1op1", "OP1OP1");
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
        LiveProgram.assertLive(folder, source, after, "ab", "Aab");
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
        LiveProgram.assertLive(folder, source, source.replace("\"1\"", "\"2\""), "11", "22");
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
        LiveProgram.assertLive(folder, source, pulledUp, "CB", "CA");
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

    @Test
    void aLambdaIsNotTakenForTheOneThatIsNewInsideIt() throws IOException {
        String source = """
                package app;
                import java.util.function.*;
                class Main {
                    static final Supplier<Object> F = () -> "1";
                    static String show() { return "" + F.get(); }
                }
                """;
        try (LiveProgram program = LiveProgram.start(folder, source)) {
            String edited =
                    source.replace("() -> \"1\"", "() -> { Supplier<Object> g = () -> \"2\"; return g.get(); }");
            assertThat(program.edit(edited).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("2");
            assertThat(program.edit(source).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("1");
        }
    }
}
