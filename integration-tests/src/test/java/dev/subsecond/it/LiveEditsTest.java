package dev.subsecond.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.it.harness.Event;
import dev.subsecond.it.harness.Jdk;
import dev.subsecond.it.harness.Save;
import dev.subsecond.it.harness.Served;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of edit that goes live: made, made again, and undone, in one program that shows what it does on an object
 * from before all edits and on one from after them. Files are saved in place and by rename, in turns.
 *
 * <p>The program, {@code programs/kinds}, has a scenario a kind; it prints a line whenever one shows something new.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.subsecond.it.harness.Jdk#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the fields are set before the first test
class LiveEditsTest {

    @Parameter
    Jdk jdk;

    private Served program;

    private int saves;

    @BeforeParameterizedClassInvocation
    void start() {
        program = Served.program("kinds", jdk).options("--jvm-arg", "-ea").start();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        program.close();
    }

    /** Only a test that failed leaves something to restore, but for new files. */
    @AfterEach
    void restore() {
        for (String file : program.sources().edited()) {
            if (program.sources().isNew(file)) {
                program.sources().delete(file);
            } else {
                program.write(file, program.sources().original(file), nextSave());
                program.hears("patched", "unchanged");
            }
        }
    }

    @Test
    void staticMethod() {
        edit("Bodies.java", "\"a1\"", "\"a2\"");
        shows("Bodies", "a2b1!c1!d1truee3!");
        edit("Bodies.java", "\"a2\"", "\"a\" + Math.max(3, 1)");
        shows("Bodies", "a3b1!c1!d1truee3!");
        undo("Bodies.java");
        shows("Bodies", "a1b1!c1!d1truee3!");
    }

    @Test
    void instanceMethod() {
        edit("Bodies.java", "\"b1\" + suffix", "\"b2\" + suffix + suffix");
        shows("Bodies", "a1b2!!c1!d1truee3!");
        edit("Bodies.java", "\"b2\" + suffix + suffix", "\"b3\"");
        shows("Bodies", "a1b3c1!d1truee3!");
        undo("Bodies.java");
        shows("Bodies", "a1b1!c1!d1truee3!");
    }

    @Test
    void privateMethod() {
        edit("Bodies.java", "\"c1\" + suffix", "\"c2\" + suffix");
        shows("Bodies", "a1b1!c2!d1truee3!");
        edit("Bodies.java", "\"c2\" + suffix", "ofClass() + ofInstance().length()");
        shows("Bodies", "a1b1!a13d1truee3!");
        undo("Bodies.java");
        shows("Bodies", "a1b1!c1!d1truee3!");
    }

    @Test
    void synchronizedMethod() {
        edit("Bodies.java", "\"d1\" + Thread.holdsLock(this)", "\"d2\" + Thread.holdsLock(this)");
        shows("Bodies", "a1b1!c1!d2truee3!");
        edit("Bodies.java", "\"d2\" + Thread.holdsLock(this)", "Thread.holdsLock(Bodies.class) + \"d3\"");
        shows("Bodies", "a1b1!c1!falsed3e3!");
        undo("Bodies.java");
        shows("Bodies", "a1b1!c1!d1truee3!");
    }

    @Test
    void deepMethod() {
        edit("Deep.java", "\"e\" + depth", "\"f\" + depth");
        shows("Bodies", "a1b1!c1!d1truef3!");
        edit("Deep.java", "\"f\" + depth", "depth + \"g\"");
        shows("Bodies", "a1b1!c1!d1true3g!");
        undo("Deep.java");
        shows("Bodies", "a1b1!c1!d1truee3!");
    }

    @Test
    void theSameCodeHasTheSamePointerAgain() {
        String function = "app.Bodies.ofClass()";
        Event first = edit("Bodies.java", "\"a1\"", "\"a7\"");
        Event second = edit("Bodies.java", "\"a7\"", "\"a8\"");
        Event again = edit("Bodies.java", "\"a8\"", "\"a7\"");
        undo("Bodies.java");
        shows("Bodies", "a1b1!c1!d1truee3!");

        assertThat(again.pointer(function)).isEqualTo(first.pointer(function)).isNotEqualTo(second.pointer(function));
    }

    @Test
    void addedMethod() {
        edit(
                "Methods.java",
                "describe(1) +",
                "helper(1) +",
                "// more members",
                "private String helper(int i) { return \"h\" + (base + i); }");
        shows("Methods", "h11L");
        edit("Methods.java", "\"h\" + (base + i)", "describe(i) + \"j\"");
        shows("Methods", "d11jL");
        undo("Methods.java");
        shows("Methods", "d11L");
    }

    @Test
    void addedStaticMethod() {
        edit(
                "Methods.java",
                "describe(1) +",
                "twice(base) +",
                "// more members",
                "public static int twice(int i) { return i * 2; }");
        shows("Methods", "20L");
        edit("Methods.java", "i * 2", "i * 2 + label().length()");
        shows("Methods", "21L");
        undo("Methods.java");
        shows("Methods", "d11L");
    }

    @Test
    void methodWithAnotherSignature() {
        edit(
                "Methods.java",
                "describe(1)",
                "describe(1L, 'x')",
                "describe(int plus)",
                "describe(long plus, char more)",
                "(base + plus)",
                "(base + plus) + more");
        shows("Methods", "d11xL");
        edit("Methods.java", "describe(1L, 'x')", "describe(2L)", "long plus, char more", "long plus", "+ more", "");
        shows("Methods", "d12L");
        undo("Methods.java");
        shows("Methods", "d11L");
    }

    @Test
    void renamedMethod() {
        edit("Methods.java", "describe(1)", "tell(1)", "describe(int", "tell(int", "\"d\"", "\"t\"");
        shows("Methods", "t11L");
        edit("Methods.java", "tell(1)", "say(1)", "tell(int", "say(int");
        edit("Methods.java", "\"t\"", "\"s\"");
        shows("Methods", "s11L");
        undo("Methods.java");
        shows("Methods", "d11L");
    }

    @Test
    void removedMethod() {
        edit("Methods.java", "+ label()", "+ \"-\"", "static String label() { return \"L\"; }", "");
        shows("Methods", "d11-");
        edit("Methods.java", "\"-\"", "\"_\"");
        shows("Methods", "d11_");
        undo("Methods.java");
        shows("Methods", "d11L");
    }

    @Test
    void addedInstanceField() {
        edit(
                "Fields.java",
                "return \"seen \" + seen;",
                "if (count < 103) { count++; } return \"count \" + count + \" \" + seen;",
                "// more members",
                "private int count = seen * 20;");
        shows("Fields", "count 103 5", "count 101 5");
        edit("Fields.java", "seen * 20", "200");
        shows("Fields", "count 103 5", "count 200 5");
        undo("Fields.java");
        shows("Fields", "seen 5");
    }

    @Test
    void addedInstanceFieldWithoutInitialiser() {
        edit(
                "Fields.java",
                "return \"seen \" + seen;",
                "return empty + \" \" + nothing;",
                "// more members",
                "private String empty; private long nothing;");
        shows("Fields", "null 0");
        edit("Fields.java", "return empty", "nothing = 7; empty = \"full\"; return empty");
        shows("Fields", "full 7");
        undo("Fields.java");
        shows("Fields", "seen 5");
    }

    @Test
    void addedStaticField() {
        edit(
                "Fields.java",
                "return \"seen \" + seen;",
                "if (total < 12) { total++; } return \"total \" + total;",
                "// more members",
                "private static int total = start(); private static int start() { return 10; }");
        shows("Fields", "total 12");
        edit("Fields.java", "\"total \" + total", "\"sum \" + total");
        shows("Fields", "sum 12");
        undo("Fields.java");
        shows("Fields", "seen 5");
    }

    @Test
    void editedLambda() {
        edit("Lambdas.java", "text + \"1\"", "text + \"2\"");
        shows("Lambdas", "x2n kept1n");
        edit("Lambdas.java", "text + \"2\"", "twice(text)");
        shows("Lambdas", "xxn kept1n");
        undo("Lambdas.java");
        shows("Lambdas", "x1n kept1n");
    }

    @Test
    void lambdaWithOtherCaptures() {
        edit("Lambdas.java", "text + \"1\"", "text + name + \"1\"");
        shows("Lambdas", "xn1n kept1n");
        edit("Lambdas.java", "text + name;", "text + \"!\";");
        shows("Lambdas", "xn1! kept1n");
        undo("Lambdas.java");
        shows("Lambdas", "x1n kept1n");
    }

    @Test
    void lambdaThatAnObjectHolds() {
        edit("Lambdas.java", "\"kept1\" + name", "\"kept2\" + name");
        shows("Lambdas", "x1n kept2n");
        edit("Lambdas.java", "\"kept2\" + name", "name + \"kept3\"");
        shows("Lambdas", "x1n nkept3");
        undo("Lambdas.java");
        shows("Lambdas", "x1n kept1n");
    }

    @Test
    void addedAndRemovedLambdas() {
        edit(
                "Lambdas.java",
                "return second.apply(first.apply(\"x\"))",
                "UnaryOperator<String> third = text -> text + name.length(); return third.apply(second.apply(\"y\"))");
        shows("Lambdas", "yn1 kept1n");
        edit("Lambdas.java", "UnaryOperator<String> first = text -> text + \"1\";", "");
        edit("Lambdas.java", "\"y\"", "\"z\"");
        shows("Lambdas", "zn1 kept1n");
        undo("Lambdas.java");
        shows("Lambdas", "x1n kept1n");
    }

    @Test
    void reorderedLambdas() {
        String first = "UnaryOperator<String> first = text -> text + \"1\";";
        edit("Lambdas.java", first, "", "text -> text + name;", "text -> text + name;" + first + "first.apply(\"\");");
        edit("Lambdas.java", "text + \"1\"", "text + \"3\"");
        shows("Lambdas", "x3n kept1n");
        undo("Lambdas.java");
        shows("Lambdas", "x1n kept1n");
    }

    @Test
    void methodReferences() {
        edit("Lambdas.java", "text -> text + \"1\"", "Lambdas::twice");
        shows("Lambdas", "xxn kept1n");
        edit("Lambdas.java", "= Lambdas::twice", "= name::concat");
        shows("Lambdas", "nxn kept1n");
        undo("Lambdas.java");
        shows("Lambdas", "x1n kept1n");
    }

    @Test
    void concatenationRecipe() {
        edit("Constants.java", "\"<\" + key + \">\"", "\"[\" + key + \"]\"");
        shows("Constants", "[2] other 100");
        edit("Constants.java", "\"[\" + key + \"]\"", "\"[\" + key + \"] \" + key");
        shows("Constants", "[2] 2 other 100");
        undo("Constants.java");
        shows("Constants", "<2> other 100");
    }

    @Test
    void switchLabels() {
        edit("Constants.java", "case \"a\"", "case \"b\"");
        shows("Constants", "<2> A 100");
        edit("Constants.java", "case \"b\":", "case \"a\", \"x\": return text; case \"b\":", "\"A\"", "\"B\"");
        shows("Constants", "<2> B 100");
        undo("Constants.java");
        shows("Constants", "<2> other 100");
    }

    @Test
    void assertions() {
        edit(
                "Constants.java",
                "assert key > 0 : \"negative\";",
                "try { assert key > 2 : \"small\"; } catch (AssertionError e) { return e.getMessage(); }");
        shows("Constants", "small");
        edit("Constants.java", "key > 2 : \"small\"", "key > 3 : \"tiny\"");
        shows("Constants", "tiny");
        undo("Constants.java");
        shows("Constants", "<2> other 100");
    }

    @Test
    void inlinedConstantWithItsUsersInAnotherFile() {
        edit("Limits.java", "100", "200");
        shows("Constants", "<2> other 200");
        edit("Limits.java", "200", "100 * 3");
        shows("Constants", "<2> other 300");
        undo("Limits.java");
        shows("Constants", "<2> other 100");
    }

    @Test
    void constructor() {
        edit("Construction.java", "made = \"first\"", "made = \"second\"");
        shows("Construction", "first1", "second1");
        edit("Construction.java", "number = 1", "number = 2");
        shows("Construction", "first1", "second2");
        undo("Construction.java");
        shows("Construction", "first1", "first1");
    }

    @Test
    void newTopLevelClass() {
        program.write("Fresh.java", """
                package app;

                final class Fresh {
                    private final int half;

                    Fresh(int half) {
                        this.half = half;
                    }

                    String whole() {
                        return "whole " + half * 2;
                    }
                }
                """, nextSave());
        edit("NewClasses.java", "\"none \" + half", "new Fresh(half).whole()");
        shows("NewClasses", "whole 42");
        edit("Fresh.java", "\"whole \"", "\"all \"");
        shows("NewClasses", "all 42");
        undo("NewClasses.java");
        shows("NewClasses", "none 21");
    }

    @Test
    void exceptionsOfPatchedCodeShowTheirPlaceInTheSource() {
        edit("Traces.java", "        return text;", "\n\n        throw new IllegalStateException(text);");
        Event shown =
                program.log().await(0, "trace", event -> event.text("line").startsWith("Traces: old=app.Traces$$Hot"));
        int line = 1
                + program.sources()
                        .read("Traces.java")
                        .lines()
                        .toList()
                        .indexOf("        throw new IllegalStateException(text);");

        assertThat(shown.text("line"))
                .matches("Traces: old=app\\.Traces\\$\\$Hot\\d+\\.check\\(Traces\\.java:%d\\) new=.*".formatted(line));
        undo("Traces.java");
        shows("Traces", "x");
    }

    @Test
    void formattingIsNoChange() {
        program.save(nextSave(), "Kept.java", "return", "\n// why\n\n  return");
        assertThat(program.hears("unchanged", "patched", "refused")).matches(event -> event.is("unchanged"));
    }

    private Event edit(String file, String... fromTo) {
        return program.edit(nextSave(), file, fromTo);
    }

    private void undo(String file) {
        program.undo(file, nextSave());
    }

    private void shows(String scenario, String value) {
        shows(scenario, value, value);
    }

    private void shows(String scenario, String onOldObject, String onNewObject) {
        program.shows(scenario + ": old=" + onOldObject + " new=" + onNewObject);
    }

    private Save nextSave() {
        return saves++ % 2 == 0 ? Save.IN_PLACE : Save.BY_RENAME;
    }
}
