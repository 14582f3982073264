package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.subsecond.runtime.HotFn0;
import dev.subsecond.runtime.HotFn1;
import dev.subsecond.runtime.HotFnPtr;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Point 3 of the runtime's promises: handles of closures in an image without guards, before and after patches of what the closures run. */
class ClosurePatchTest {

    private static final String INT_TO_INT = "(Ljava/lang/Integer;)Ljava/lang/Integer;";

    @TempDir
    Path folder;

    @Test
    void aLambdaThatCapturesNothingRunsItsNewestBody() throws Throwable {
        ScopedProgram program =
                program("static HotFn1<Integer, Integer> make() { return HotFn1.current(x -> x + 1); }");
        HotFn1<Integer, Integer> fn = fn1(program, "make");
        assertThat(fn.call(1)).isEqualTo(2);
        program.patch("public static Integer lambda$make(Integer x) { return x + 10; }", "lambda$make" + INT_TO_INT);
        assertThat(fn.call(1)).isEqualTo(11);
        assertThat(fn.tryCall(2)).isEqualTo(12);
        program.patch("public static Integer lambda$make(Integer x) { return x + 20; }", "lambda$make" + INT_TO_INT);
        assertThat(fn.call(1)).isEqualTo(21);
        assertThat(fn1(program, "make").call(1)).isEqualTo(21);
    }

    @Test
    void aLambdaRunsItsNewestBodyWithTheValuesItCaptured() throws Throwable {
        ScopedProgram program = program("""
                static HotFn1<String, String> make(int n, String s) { return HotFn1.current(x -> x + n + s); }
                """);
        HotFn1<String, String> fn = make(program, "make", 7, "!");
        assertThat(fn.call("a")).isEqualTo("a7!");
        program.patch(
                "public static String lambda$make(int n, String s, String x) { return s + n + x; }",
                "lambda$make(ILjava/lang/String;Ljava/lang/String;)Ljava/lang/String;");
        assertThat(fn.call("a")).isEqualTo("!7a");
        assertThat(fn.call("b")).isEqualTo("!7b");
    }

    @Test
    void aLambdaOfAnObjectRunsItsNewestBodyForThatObject() throws Throwable {
        ScopedProgram program = program("""
                int base = 40;
                HotFn1<Integer, Integer> make() { return HotFn1.current(x -> base + x); }
                static HotFn1<Integer, Integer> makeOne() { return new Main().make(); }
                """);
        HotFn1<Integer, Integer> fn = fn1(program, "makeOne");
        assertThat(fn.call(2)).isEqualTo(42);
        program.patch(
                "public static Integer lambda$make(Main self, Integer x) { return self.base - x; }",
                "this.lambda$make" + INT_TO_INT);
        assertThat(fn.call(2)).isEqualTo(38);
    }

    @Test
    void closuresMadeInALoopKeepTheirOwnValues() throws Throwable {
        ScopedProgram program = program("""
                static java.util.List<HotFn0<Integer>> make() {
                    java.util.List<HotFn0<Integer>> all = new java.util.ArrayList<>();
                    for (int i = 0; i < 3; i++) { int n = i; all.add(HotFn0.current(() -> n)); }
                    return all;
                }
                """);
        List<HotFn0<Integer>> all = make(program, "make");
        program.patch(
                "public static Integer lambda$make(int n) { return 100 + n; }", "lambda$make(I)Ljava/lang/Integer;");
        assertThat(all).extracting(HotFn0::call).containsExactly(100, 101, 102);
        assertThat(all).extracting(HotFn0::ptrAddress).containsOnly(all.get(0).ptrAddress());
    }

    @Test
    void aReferenceToAStaticMethodRunsThatMethodsNewestCode() throws Throwable {
        ScopedProgram program = program("""
                static Integer twice(Integer x) { return 2 * x; }
                static HotFn1<Integer, Integer> make() { return HotFn1.current(Main::twice); }
                """);
        HotFn1<Integer, Integer> fn = fn1(program, "make");
        assertThat(fn.call(3)).isEqualTo(6);
        assertThat(fn.name()).isEqualTo("app.Main.twice(Integer)");
        program.patch("public static Integer twice(Integer x) { return 3 * x; }", "twice" + INT_TO_INT);
        assertThat(fn.call(3)).isEqualTo(9);
    }

    @Test
    void aBoundReferenceRunsTheNewestCodeForItsReceiverUnlessThatOverridesIt() throws Throwable {
        ScopedProgram program = program("""
                int base = 40;
                Integer plus(Integer x) { return base + x; }
                static class Hard extends Main { @Override Integer plus(Integer x) { return -x; } }
                static HotFn1<Integer, Integer> make(boolean hard) {
                    Main receiver = hard ? new Hard() : new Main();
                    return HotFn1.current(receiver::plus);
                }
                """);
        HotFn1<Integer, Integer> soft = make(program, "make", false);
        HotFn1<Integer, Integer> hard = make(program, "make", true);
        program.patch(
                "public static Integer plus(Main self, Integer x) { return self.base - x; }", "this.plus" + INT_TO_INT);
        assertThat(soft.call(2)).isEqualTo(38);
        assertThat(hard.call(2)).isEqualTo(-2);
    }

    @Test
    void anUnboundReferenceChoosesByItsFirstValue() throws Throwable {
        ScopedProgram program = program("""
                Integer plus() { return 1; }
                static class Soft extends Main { }
                static class Hard extends Main { @Override Integer plus() { return -1; } }
                static HotFn1<Main, Integer> make() { return HotFn1.current(Main::plus); }
                static HotFn1<Soft, Integer> inherited() { return HotFn1.current(Soft::plus); }
                """);
        HotFn1<Object, Integer> fn = make(program, "make");
        HotFn1<Object, Integer> inherited = make(program, "inherited");
        Object soft = program.image().create("app.Main$Soft");
        Object hard = program.image().create("app.Main$Hard");
        assertThat(fn.call(soft)).isEqualTo(1);
        assertThat(inherited.call(soft)).isEqualTo(1);
        program.patch("public static Integer plus(Main self) { return 2; }", "this.plus()Ljava/lang/Integer;");
        assertThat(fn.call(soft)).isEqualTo(2);
        assertThat(inherited.call(soft)).isEqualTo(2);
        assertThat(fn.call(hard)).isEqualTo(-1);
        assertThat(inherited.ptrAddress()).isEqualTo(fn.ptrAddress());
    }

    @Test
    void aConstructorReferenceRunsTheOriginalWhereNoGuardLeadsElsewhere() throws Throwable {
        ScopedProgram program = program("""
                int base;
                Main() { base = 1; }
                static HotFn0<Main> make() { return HotFn0.current(Main::new); }
                static int base(Object o) { return ((Main) o).base; }
                """);
        HotFn0<Object> fn = make(program, "make");
        HotFnPtr image = fn.ptrAddress();
        assertThat(program.call("base", fn.call())).isEqualTo(1);
        program.patch("public static void init(Main self) { self.base = 2; }", "this.<init>()V");
        assertThat(program.call("base", fn.call())).isEqualTo(1);
        assertThat(fn.ptrAddress()).as("that of the constructor").isNotEqualTo(image);
        assertThatIllegalArgumentException().isThrownBy(() -> fn.tryCallWithPtr(image));
    }

    @Test
    void aClosureThatPatchedCodeMadeIsPatchedLikeOthers() throws Throwable {
        ScopedProgram program = program("static HotFn0<String> make() { return HotFn0.current(() -> \"image\"); }");
        HotFn0<String> outer = make(program, "make");
        program.patch(
                "public static HotFn0<String> make() { return HotFn0.current(Main$$Hot1::made); }"
                        + "public static String made() { return \"first\"; }",
                "make()Ldev/subsecond/runtime/HotFn0;");
        HotFn0<String> inner = madeBy(program, "app.Main$$Hot1");
        assertThat(inner.call()).isEqualTo("first");
        program.patchOf(
                "app.Main$$Hot1", "public static String made() { return \"second\"; }", "made()Ljava/lang/String;");
        assertThat(inner.call()).isEqualTo("second");
        assertThat(outer.call()).as("its own code was not patched").isEqualTo("image");
    }

    @Test
    void anObjectKeepsItsOldBodyWhereTheNewOneCapturesOtherValues() throws Throwable {
        ScopedProgram program = program("""
                static HotFn0<String> make(String s) { return HotFn0.current(() -> "old " + s); }
                """);
        HotFn0<String> old = make(program, "make", "a");
        program.patch(
                "public static HotFn0<String> make(String s) { int n = 1; return HotFn0.current(() -> \"new \" + s + n); }",
                "make(Ljava/lang/String;)Ldev/subsecond/runtime/HotFn0;");
        HotFn0<String> recent = madeBy(program, "app.Main$$Hot1", "b");
        assertThat(recent.call()).isEqualTo("new b1");
        assertThat(old.call()).isEqualTo("old a");
        assertThat(old.version()).isZero();
        assertThat(recent.ptrAddress()).isNotEqualTo(old.ptrAddress());
    }

    @Test
    void pointerAndVersionAreThoseOfTheLambdasBody() throws Throwable {
        ScopedProgram program =
                program("static HotFn1<Integer, Integer> make() { return HotFn1.current(x -> x + 1); }");
        HotFn1<Integer, Integer> fn = fn1(program, "make");
        HotFnPtr image = fn.ptrAddress();
        assertThat(image.isManaged()).isTrue();
        assertThat(fn.version()).isZero();
        assertThat(fn.name()).startsWith("app.Main.lambda").endsWith("(Integer)");
        program.patch("public static Integer lambda$make(Integer x) { return x + 10; }", "lambda$make" + INT_TO_INT);
        assertThat(fn.ptrAddress()).isNotEqualTo(image);
        assertThat(fn.version()).isEqualTo(1);
        program.undo("public static Integer lambda$make(Integer x) { return x + 1; }", "lambda$make" + INT_TO_INT);
        assertThat(fn.ptrAddress()).isEqualTo(image);
        assertThat(fn.version()).isEqualTo(2);
        assertThat(fn.call(1)).isEqualTo(2);
    }

    @Test
    void everyVersionIsCalledByItsPointerWithTheCapturedValues() throws Throwable {
        ScopedProgram program = program("static HotFn0<Integer> make(int n) { return HotFn0.current(() -> n); }");
        HotFn0<Integer> fn = make(program, "make", 5);
        HotFnPtr image = fn.ptrAddress();
        program.patch(
                "public static Integer lambda$make(int n) { return n + 10; }", "lambda$make(I)Ljava/lang/Integer;");
        HotFnPtr first = fn.ptrAddress();
        program.patch(
                "public static Integer lambda$make(int n) { return n + 20; }", "lambda$make(I)Ljava/lang/Integer;");
        assertThat(fn.tryCallWithPtr(image)).isEqualTo(5);
        assertThat(fn.tryCallWithPtr(first)).isEqualTo(15);
        assertThat(fn.tryCallWithPtr(fn.ptrAddress())).isEqualTo(25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fn.tryCallWithPtr(new HotFnPtr(42)))
                .withMessageContaining("0x000000000000002a")
                .withMessageContaining("app.Main.lambda$make");
    }

    @Test
    void aClassThatImplementsTheInterfaceIsPatchedInItsMethod() throws Throwable {
        ScopedProgram program = program("""
                Integer base = 1;
                static class Body extends Main implements HotFn1.Body<Integer, Integer> {
                    @Override public Integer call(Integer x) { return base + x; }
                }
                static HotFn1<Integer, Integer> make() { return HotFn1.current(new Body()); }
                """);
        HotFn1<Integer, Integer> fn = fn1(program, "make");
        assertThat(fn.call(1)).isEqualTo(2);
        assertThat(fn.name()).isEqualTo("app.Main.Body.call(Integer)");
        program.patchOf(
                "app.Main$Body",
                "public static Integer call(Main.Body self, Integer x) { return self.base - x; }",
                "this.call" + INT_TO_INT);
        assertThat(fn.call(1)).isZero();
    }

    @Test
    void aClosureWhoseHandleIsMadeAfterAPatchRunsTheNewestCode() throws Throwable {
        ScopedProgram program =
                program("static HotFn1<Integer, Integer> make() { return HotFn1.current(x -> x + 1); }");
        program.patch("public static Integer lambda$make(Integer x) { return x + 10; }", "lambda$make" + INT_TO_INT);
        assertThat(fn1(program, "make").call(1)).isEqualTo(11);
    }

    @Test
    void whatPatchedCodeThrowsPassesUnchanged() throws Throwable {
        ScopedProgram program = program("static HotFn0<Integer> make() { return HotFn0.current(() -> 1); }");
        HotFn0<Integer> fn = make(program, "make");
        program.patch(
                "public static Integer lambda$make() throws Exception { throw new java.io.IOException(\"checked\"); }",
                "lambda$make()Ljava/lang/Integer;");
        assertThatExceptionOfType(IOException.class).isThrownBy(fn::call).withMessage("checked");
    }

    @Test
    void aRollbackBringsBackTheImagesBody() throws Throwable {
        ScopedProgram program =
                program("static HotFn1<Integer, Integer> make() { return HotFn1.current(x -> x + 1); }");
        HotFn1<Integer, Integer> fn = fn1(program, "make");
        long before = PatchEngine.generation();
        program.patch("public static Integer lambda$make(Integer x) { return x + 10; }", "lambda$make" + INT_TO_INT);
        program.rollback(before);
        assertThat(fn.call(1)).isEqualTo(2);
    }

    @Test
    void aMethodOfALibraryRunsAsItIs() {
        HotFn1<String, Integer> length = HotFn1.current(String::length);
        assertThat(length.call("four")).isEqualTo(4);
        assertThat(length.name()).isEqualTo("java.lang.String.length()");
        assertThat(length.version()).isZero();
        assertThat(length.tryCallWithPtr(length.ptrAddress(), "four")).isEqualTo(4);
    }

    private ScopedProgram program(String code) {
        return new ScopedProgram(folder, code);
    }

    private static HotFn1<Integer, Integer> fn1(ScopedProgram program, String method) throws Throwable {
        return make(program, method);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T make(ScopedProgram program, String method, Object... arguments) throws Throwable {
        return (T) Objects.requireNonNull(program.call(method, arguments), method);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T madeBy(ScopedProgram program, String owner, Object... arguments) throws Throwable {
        return (T) Objects.requireNonNull(program.callOf(owner, "make", arguments), owner);
    }
}
