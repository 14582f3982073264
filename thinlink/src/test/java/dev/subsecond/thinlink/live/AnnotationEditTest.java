package dev.subsecond.thinlink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.thinlink.MemberVerdict;
import dev.subsecond.thinlink.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations that reflection sees: it shows those of the start, and each save that changes some says so once. */
class AnnotationEditTest {

    private static final String ROUTE = """
            package app;
            import java.lang.annotation.Retention;
            import java.lang.annotation.RetentionPolicy;
            @Retention(RetentionPolicy.RUNTIME)
            @interface Route { String[] value() default {}; }
            """;
    private static final String PLAIN = "package app;\n@interface Plain { String value(); }";
    private static final String MAIN = """
            package app;
            import java.util.*;
            class Main {
                static int field;
                @Route("/a") static String text(String parameter) { return "one "; }
                static String show() throws Exception {
                    List<String> routes = new ArrayList<>();
                    for (var m : Main.class.getDeclaredMethods()) {
                        Route r = m.getAnnotation(Route.class);
                        if (r != null) { routes.add(m.getName() + Arrays.toString(r.value())); }
                    }
                    return text("") + routes;
                }
            }
            """;

    @TempDir
    Path folder;

    private static void isSaid(MemberVerdict member, Verdict verdict) {
        assertThat(member.verdict()).as("%s", member).isEqualTo(verdict);
        assertThat(member.notes()).singleElement().asString().contains("reflection", "annotations", "restart");
    }

    @Test
    void annotationsAloneAreUnchangedWithANoteThatIsNotRepeated() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, ROUTE, PLAIN, MAIN)) {
            String other = MAIN.replace("\"/a\"", "{\"/a\", \"/b\"}");
            List<MemberVerdict> said = program.edit(other).result().members();
            assertThat(said).extracting(MemberVerdict::member).containsExactly("app.Main.text(String)");
            isSaid(said.get(0), Verdict.UNCHANGED);
            assertThat(program.show()).isEqualTo("one [text[/a]]");

            LiveProgram.Edit later = program.edit(other.replace("one ", "two "));
            assertThat(later.result().members())
                    .singleElement()
                    .matches(m -> m.verdict() == Verdict.LIVE && m.notes().isEmpty(), "live, and nothing else is said");
            assertThat(program.show()).isEqualTo("two [text[/a]]");

            assertThat(program.edit(MAIN.replace("one ", "two ")).result().members())
                    .as("again as reflection shows it")
                    .isEmpty();
        }
    }

    @Test
    void aMethodThatIsLiveWithOtherAnnotationsSaysBoth() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, ROUTE, PLAIN, MAIN)) {
            List<MemberVerdict> said = program.edit(
                            MAIN.replace("\"/a\"", "\"/b\"").replace("one ", "two "))
                    .result()
                    .members();
            assertThat(said).hasSize(1);
            isSaid(said.get(0), Verdict.LIVE);
            assertThat(program.show()).isEqualTo("two [text[/a]]");
        }
    }

    @Test
    void anAddedMethodWithAnnotationsIsLiveForCodeOnly() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, ROUTE, PLAIN, MAIN)) {
            String added = "@Route(\"/more\") static String more() { return \"more \"; }\n    static int field";
            List<MemberVerdict> said = program.edit(
                            MAIN.replace("static int field", added).replace("text(\"\")", "more()"))
                    .result()
                    .members();
            assertThat(said)
                    .filteredOn(m -> m.member().equals("app.Main.more()"))
                    .singleElement()
                    .satisfies(m -> isSaid(m, Verdict.LIVE));
            assertThat(said)
                    .filteredOn(m -> m.member().equals("app.Main.show()"))
                    .singleElement()
                    .matches(m -> m.notes().isEmpty(), "says nothing of annotations");
            assertThat(program.show()).isEqualTo("more [text[/a]]");

            assertThat(program.edit(MAIN).notLive()).isEmpty();
            assertThat(program.show()).isEqualTo("one [text[/a]]");
        }
    }

    @Test
    void classesFieldsAndParametersHaveAnnotationsToo() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, ROUTE, PLAIN, MAIN)) {
            List<MemberVerdict> said = program.edit(MAIN.replace("class Main", "@Route\nclass Main")
                            .replace("static int field", "@Route static int field")
                            .replace("String parameter", "@Route String parameter"))
                    .result()
                    .members();
            assertThat(said)
                    .extracting(MemberVerdict::member)
                    .containsExactlyInAnyOrder("app.Main", "app.Main.field", "app.Main.text(String)");
            said.forEach(member -> isSaid(member, Verdict.UNCHANGED));
        }
    }

    @Test
    void annotationsThatReflectionDoesNotSeeAreNotMentioned() throws Exception {
        try (LiveProgram program = LiveProgram.start(folder, ROUTE, PLAIN, MAIN)) {
            LiveProgram.Edit edit = program.edit(MAIN.replace("static int field", "@Plain(\"x\") static int field"));
            assertThat(edit.result().members()).isEmpty();
        }
    }
}
