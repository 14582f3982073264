package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What incremental builds rely on: each generated file comes from one class, and there is no file about all of them. */
final class IncrementalTest {

    private static final String HEAD = "package app;\nimport dev.subsecond.annotations.*;\n";
    private static final String[] SOURCES = {
        HEAD
                + "class Game<T> { @Hot void tick() {} @Hot static void go() {} class Inner { @Hot void tick(Plan plan) {} } }",
        HEAD + "record Plan(@Hot int x) { static class Deep { @Hot void tick(Game<?> game) {} } }",
        HEAD
                + "interface Rule { @Hot default void check(Plan plan) {} @OnPatch static void on(dev.subsecond.runtime.PatchEvent e) {} }",
        HEAD + "enum Level { ONE; @Hot void up() {} }",
    };

    private final Map<String, String> origins = new TreeMap<>();
    private final Set<String> calls = new TreeSet<>();

    @Test
    void eachFileHasItsClassAsTheOneOriginatingElement() {
        assertThat(compile()).succeeded();
        assertThat(calls).containsExactly("createSourceFile");
        assertThat(origins)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "app.GameHot", "[app.Game]",
                        "app.Game_InnerHot", "[app.Game.Inner]",
                        "app.PlanHot", "[app.Plan]",
                        "app.Plan_DeepHot", "[app.Plan.Deep]",
                        "app.RuleHot", "[app.Rule]",
                        "app.LevelHot", "[app.Level]"));
    }

    @Test
    void nothingButStubClassesIsGenerated() {
        Set<String> sources = Javac.compile(SOURCES).generatedFiles().stream()
                .filter(file -> file.getKind() != JavaFileObject.Kind.CLASS)
                .map(file -> file.getName().replaceFirst("^.*/app/", ""))
                .collect(Collectors.toSet());
        assertThat(sources)
                .containsExactlyInAnyOrder(
                        "GameHot.java",
                        "Game_InnerHot.java",
                        "PlanHot.java",
                        "Plan_DeepHot.java",
                        "RuleHot.java",
                        "LevelHot.java");
    }

    @Test
    void theStubsOfAClassAreTheSameWhateverElseIsCompiled() {
        String alone = source(Javac.compile(SOURCES[3]));
        assertThat(source(Javac.compile(SOURCES))).isEqualTo(alone);
    }

    private Compilation compile() {
        return Compiler.javac()
                .withProcessors(FilerProcessor.observed(this::record))
                .compile(Javac.files(SOURCES));
    }

    private void record(String call, Object[] arguments) {
        calls.add(call);
        Element[] elements = (Element[]) arguments[arguments.length - 1];
        origins.put(arguments[0].toString(), Set.of(elements).toString());
    }

    private static String source(Compilation compilation) {
        try {
            return compilation
                    .generatedSourceFile("app.LevelHot")
                    .orElseThrow()
                    .getCharContent(true)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
