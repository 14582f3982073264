package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.wire.Sha256;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/** A program being edited: sources by class name, compiled by the real compiler. */
final class Sources implements AutoCloseable {

    private final IncrementalCompiler compiler;
    private Program program = Program.empty();

    Sources(List<Path> processorPath, List<Path> classpath, String... options) {
        compiler = new IncrementalCompiler(
                ToolProvider.getSystemJavaCompiler(), new CompilerSettings(classpath, processorPath, List.of(options)));
    }

    /** With a compiler that does not know of one kind of dependency. */
    Sources(List<Path> processorPath, List<Path> classpath, Dependency forgotten) {
        compiler = new IncrementalCompiler(
                ToolProvider.getSystemJavaCompiler(),
                new CompilerSettings(classpath, processorPath, List.of()),
                EnumSet.complementOf(EnumSet.of(forgotten)));
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

    /** Compares what there is with a clean build of the same sources, byte by byte. */
    void areAsInACleanBuild() {
        Map<Path, String> texts = new HashMap<>();
        program.files().forEach(file -> texts.put(file, program.textOf(file).orElseThrow()));
        Compilation.Good clean = (Compilation.Good) compiler.compile(Program.empty(), new Edit(texts, Set.of()));
        assertThat(digests(program.classFiles()))
                .isEqualTo(digests(clean.program().classFiles()));
        assertThat(digests(program.resources()))
                .isEqualTo(digests(clean.program().resources()));
    }

    private static Map<String, String> digests(Map<String, byte[]> files) {
        Map<String, String> digests = new TreeMap<>();
        files.forEach((name, bytes) -> digests.put(name, Sha256.hex(bytes)));
        return digests;
    }

    static Path file(String className) {
        return Path.of("/src", className.replace('.', '/') + ".java").toAbsolutePath();
    }

    @Override
    public void close() throws java.io.IOException {
        compiler.close();
    }
}
