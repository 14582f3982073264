package dev.subsecond.devserver.compile;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;

/** A program being edited: sources by class name, compiled by the real compiler. */
final class Sources implements AutoCloseable {

    private final IncrementalCompiler compiler;
    private Program program = Program.empty();

    Sources(List<Path> processorPath, List<Path> classpath, String... options) {
        compiler = new IncrementalCompiler(
                ToolProvider.getSystemJavaCompiler(), new CompilerSettings(classpath, processorPath, List.of(options)));
    }

    static Sources of(Map<String, String> texts) {
        Sources sources = new Sources(List.of(), List.of());
        sources.save(texts);
        return sources;
    }

    Program program() {
        return program;
    }

    /** Compiles the edit and keeps it; what does not compile is an error of the test. */
    Compilation.Good save(Map<String, String> texts, String... deleted) {
        Compilation result = attempt(texts, deleted);
        if (result instanceof Compilation.Good good) {
            program = good.program();
            return good;
        }
        throw new AssertionError(((Compilation.Bad) result).errors().toString());
    }

    Compilation.Good save(String className, String text) {
        return save(Map.of(className, text));
    }

    List<CompilerMessage> errors(Map<String, String> texts, String... deleted) {
        return ((Compilation.Bad) attempt(texts, deleted)).errors();
    }

    Compilation attempt(Map<String, String> texts, String... deleted) {
        Map<Path, String> files = new HashMap<>();
        texts.forEach((name, text) -> files.put(file(name), text));
        Set<Path> gone = new HashSet<>();
        for (String name : deleted) {
            gone.add(file(name));
        }
        return compiler.compile(program, new Edit(files, gone));
    }

    static Path file(String className) {
        return Path.of("/src", className.replace('.', '/') + ".java").toAbsolutePath();
    }

    @Override
    public void close() throws java.io.IOException {
        compiler.close();
    }
}
