package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakenClassesTest {

    private static final String WORDS =
            "package app; public class Words { static long n = 1; public String say() { return \"hi\" + n; } }";
    private static final String MAIN =
            "package app; public class Main { public static void main(String[] a) { new Words().say(); } }";

    private final TakenClasses taken = new TakenClasses("app.Main");

    private static Map<String, byte[]> compiled(String words, String main) throws Exception {
        try (Sources sources = Sources.of(Map.of("app.Words", words, "app.Main", main))) {
            return sources.program().classFiles();
        }
    }

    private static Path file(String name) {
        return Path.of("/out", name.replace('.', '/') + ".class").toAbsolutePath();
    }

    private static Edit edit(Map<String, byte[]> classes, String... gone) {
        Map<Path, String> texts = new HashMap<>();
        classes.forEach((name, bytes) -> texts.put(file(name), new String(bytes, TakenClasses.BYTES)));
        Set<Path> deleted =
                Set.copyOf(Arrays.stream(gone).map(TakenClassesTest::file).toList());
        return new Edit(texts, deleted);
    }

    private Program program() throws Exception {
        return ((Compilation.Good) taken.compile(Program.empty(), edit(compiled(WORDS, MAIN)))).program();
    }

    private List<CompilerMessage> errors(Program program, Edit edit) {
        return ((Compilation.Bad) taken.compile(program, edit)).errors();
    }

    @Test
    void takesTheBytesAsTheyAre() throws Exception {
        Map<String, byte[]> classes = compiled(WORDS, MAIN);

        Map<String, byte[]> seen = program().classFiles();

        assertThat(seen).containsOnlyKeys("app.Words", "app.Main");
        assertThat(seen.get("app.Words")).isEqualTo(classes.get("app.Words"));
    }

    @Test
    void noBeginningOfAClassFileIsAWholeOne() throws Exception {
        byte[] whole = Objects.requireNonNull(compiled(WORDS, MAIN).get("app.Words"));

        assertThat(ClassFileLength.isWhole(whole)).isTrue();
        for (int length = 0; length < whole.length; length++) {
            assertThat(ClassFileLength.isWhole(Arrays.copyOf(whole, length)))
                    .as("The first %d of %d bytes", length, whole.length)
                    .isFalse();
        }
        assertThat(ClassFileLength.isWhole(Arrays.copyOf(whole, whole.length + 1)))
                .isFalse();
    }

    @Test
    void aMemberThatIsNotThereIsNamedWithTheClassThatNeedsIt() throws Exception {
        Map<String, byte[]> next = compiled(WORDS.replace("say", "tell"), MAIN.replace("say", "tell"));
        Program program = program();

        assertThat(errors(program, edit(Map.of("app.Main", next.get("app.Main")))))
                .isNotEmpty();
        assertThat(errors(program, edit(Map.of("app.Words", next.get("app.Words")))))
                .singleElement()
                .satisfies(error -> assertThat(error.text()).contains("app.Main", "app.Words.say()"));
        assertThat(taken.compile(program, edit(next))).isInstanceOf(Compilation.Good.class);
    }

    @Test
    void aMemberThatIsInheritedByAnUnchangedClassIsMissedToo() throws Exception {
        String main = MAIN.replace("new Words()", "new Below()") + " class Below extends Words {}";
        Map<String, byte[]> classes = compiled(WORDS, main);
        Program program = ((Compilation.Good) taken.compile(Program.empty(), edit(classes))).program();
        byte[] words = Objects.requireNonNull(compiled(WORDS.replace("say", "tell"), MAIN.replace("say", "tell"))
                .get("app.Words"));

        assertThat(errors(program, edit(Map.of("app.Words", words))))
                .singleElement()
                .satisfies(error -> assertThat(error.text()).contains("app.Main", "app.Below.say()"));
    }

    @Test
    void aClassThatIsGoneAndNeededIsNamed() throws Exception {
        assertThat(errors(program(), edit(Map.of(), "app.Words")))
                .singleElement()
                .satisfies(error -> assertThat(error.text()).contains("app.Main needs the class app.Words"));
    }

    @Test
    void aProgramWithoutItsMainClassIsABuildUnderWay() throws Exception {
        assertThat(errors(program(), edit(Map.of(), "app.Words", "app.Main")))
                .singleElement()
                .satisfies(error -> assertThat(error.text()).contains("main class app.Main is gone", "waited for"));
    }

    @Test
    void whatIsNoClassFileOrInAnotherPlaceIsSaid() throws Exception {
        byte[] words = Objects.requireNonNull(compiled(WORDS, MAIN).get("app.Words"));
        Program program = program();

        assertThat(errors(program, edit(Map.of("app.Words", Arrays.copyOf(words, words.length / 2)))))
                .singleElement()
                .satisfies(error -> assertThat(error.text()).contains("only a part"));
        assertThat(errors(program, edit(Map.of("app.Other", words))))
                .singleElement()
                .satisfies(error -> assertThat(error.text()).contains("this is the class app.Words"));
    }

    @Test
    void aClassThatNobodyNeedsMayGo() throws Exception {
        Map<String, byte[]> next = compiled(WORDS, MAIN.replace("new Words().say();", ""));

        Compilation result = taken.compile(program(), edit(Map.of("app.Main", next.get("app.Main")), "app.Words"));

        assertThat(((Compilation.Good) result).deleted()).containsExactly("app.Words");
    }
}
