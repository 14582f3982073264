package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.Compilation;
import dev.subsecond.devserver.compile.Compiler;
import dev.subsecond.devserver.compile.CompilerMessage;
import dev.subsecond.devserver.compile.Edit;
import dev.subsecond.devserver.compile.Program;
import dev.subsecond.devserver.watch.FileKind;
import dev.subsecond.devserver.watch.SourceSnapshot;
import dev.subsecond.devserver.watch.SourceTree;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** Compiles all sources of a program that is about to be started. */
final class FirstBuild {

    private static final int MOST_SUGGESTIONS = 10;

    private final ServeConfig config;
    private final Charset charset;

    FirstBuild(ServeConfig config, Charset charset) {
        this.config = config;
        this.charset = charset;
    }

    /**
     * Reads and compiles.
     *
     * @throws ServeException if there is nothing that compiles and could be started
     */
    Compilation.Good run(Compiler compiler) throws ServeException {
        Map<Path, String> texts = read();
        if (texts.isEmpty()) {
            throw new ServeException(
                    Problem.NO_SOURCES,
                    "There is no " + config.kind().suffix() + " file in " + names(config.watched())
                            + ". Give the directories that hold your packages, such as " + example() + ".");
        }
        Compilation result = compiler.compile(Program.empty(), new Edit(texts, Set.of()));
        if (result instanceof Compilation.Bad bad) {
            throw compileFailed(bad.errors());
        }
        Compilation.Good good = (Compilation.Good) result;
        checkMainClass(good.program());
        return good;
    }

    private Map<Path, String> read() throws ServeException {
        Map<Path, String> texts = new TreeMap<>();
        List<CompilerMessage> unreadable = new ArrayList<>();
        try {
            for (Path file : SourceTree.list(config.kind(), config.watched())) {
                Optional<SourceSnapshot> source = SourceSnapshot.read(file, charset);
                source.ifPresent(snapshot -> texts.put(file, snapshot.text()));
                if (!source.map(SourceSnapshot::readable).orElse(true)) {
                    unreadable.add(DirtySources.unreadable(file, charset));
                }
            }
        } catch (IOException e) {
            throw new ServeException(Problem.NO_SOURCES, "The sources cannot be read: " + e, e);
        }
        if (!unreadable.isEmpty()) {
            throw compileFailed(unreadable);
        }
        return texts;
    }

    private String example() {
        return config.kind() == FileKind.SOURCE ? "src/main/java" : "build/classes/kotlin/main";
    }

    private ServeException compileFailed(List<CompilerMessage> errors) {
        String what = config.kind() == FileKind.SOURCE
                ? "The sources do not compile"
                : "The class files do not make a program";
        String sentence =
                what + (errors.size() == 1 ? ": there is 1 error." : ": there are " + errors.size() + " errors.");
        return new ServeException(Problem.COMPILE_FAILED, sentence, SaveReports.diagnostics(errors), null);
    }

    private void checkMainClass(Program program) throws ServeException {
        SortedSet<String> candidates = MainClasses.in(program.classFiles());
        if (candidates.contains(config.mainClass())) {
            return;
        }
        boolean exists = program.classFiles().containsKey(config.mainClass());
        String problem = exists
                ? "The class " + config.mainClass() + " has no main method."
                : "There is no class " + config.mainClass() + " in " + names(config.watched()) + ".";
        throw new ServeException(Problem.NO_MAIN_CLASS, problem + " " + suggestion(candidates));
    }

    private static String suggestion(SortedSet<String> candidates) {
        if (candidates.isEmpty()) {
            return "No class there has a method 'public static void main(String[] args)'.";
        }
        List<String> some = candidates.stream().limit(MOST_SUGGESTIONS).toList();
        String more = candidates.size() > some.size() ? ", and " + (candidates.size() - some.size()) + " more" : "";
        return "Classes with a main method: " + String.join(", ", some) + more + ".";
    }

    private static String names(List<Path> directories) {
        return String.join(", ", directories.stream().map(Path::toString).toList());
    }
}
