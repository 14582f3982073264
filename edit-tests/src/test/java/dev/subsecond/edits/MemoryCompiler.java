package dev.subsecond.edits;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The running JDK's own javac, from and to memory. One for many compilations, by one thread. */
final class MemoryCompiler implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-g", "-nowarn");
    private static final String OWN_ANNOTATIONS = "dev.subsecond.annotations";
    private static final List<String> PROCESSOR = List.of("-processor", "dev.subsecond.processor.HotProcessor");

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
    private final Map<Map<String, String>, Map<String, byte[]>> known = new HashMap<>();

    /**
     * Compiles all of {@code sources} together; what was compiled before is not compiled again.
     *
     * @param sources texts by path
     * @return class files by binary name
     * @throws IllegalArgumentException with the compiler's words if they do not compile
     */
    Map<String, byte[]> compile(Map<String, String> sources) {
        return known.computeIfAbsent(sources, this::compileNew);
    }

    private Map<String, byte[]> compileNew(Map<String, String> sources) {
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(MemoryFile.source(path, text)));
        StringWriter messages = new StringWriter();
        MemoryFiles memory = new MemoryFiles(files);
        if (!javac.getTask(messages, memory, null, options(sources), null, units)
                .call()) {
            throw new IllegalArgumentException("the sources do not compile:\n" + messages);
        }
        return memory.classes();
    }

    private static List<String> options(Map<String, String> sources) {
        List<String> options = new ArrayList<>(OPTIONS);
        boolean needsProcessor = sources.values().stream().anyMatch(text -> text.contains(OWN_ANNOTATIONS));
        options.addAll(needsProcessor ? PROCESSOR : List.of("-proc:none"));
        return options;
    }

    /** Forgets what was compiled. */
    void forget() {
        known.clear();
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
