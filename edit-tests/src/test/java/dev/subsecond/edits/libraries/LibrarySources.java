package dev.subsecond.edits.libraries;

import dev.subsecond.devserver.compile.Compilation;
import dev.subsecond.devserver.compile.CompilerSettings;
import dev.subsecond.devserver.compile.Edit;
import dev.subsecond.devserver.compile.IncrementalCompiler;
import dev.subsecond.devserver.compile.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.tools.ToolProvider;

/** Sources that the dev server's own compiler follows from release to release. */
final class LibrarySources implements AutoCloseable {

    private static final Path ROOT = Path.of("/library");

    private final IncrementalCompiler compiler;
    private Program program = Program.empty();

    LibrarySources() {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        compiler = new IncrementalCompiler(
                ToolProvider.getSystemJavaCompiler(),
                new CompilerSettings(classPath, List.of(), List.of("-proc:none", "-nowarn")));
    }

    /** Compiles what is different in {@code sources}. */
    Compilation.Good save(Map<String, String> sources) {
        Map<Path, String> texts = new HashMap<>();
        sources.forEach((path, text) -> texts.put(ROOT.resolve(path), text));
        Set<Path> deleted = new HashSet<>(program.files());
        deleted.removeAll(texts.keySet());
        Map<Path, String> changed = new HashMap<>(texts);
        changed.entrySet().removeIf(e -> program.textOf(e.getKey()).stream().anyMatch(e.getValue()::equals));
        Compilation compilation = compiler.compile(program, new Edit(changed, deleted));
        if (compilation instanceof Compilation.Good good) {
            program = good.program();
            return good;
        }
        throw new IllegalArgumentException("the sources do not compile: " + compilation);
    }

    /** All class files as they are now. */
    SortedMap<String, byte[]> classes() {
        return program.classFiles();
    }

    @Override
    public void close() throws IOException {
        compiler.close();
    }
}
