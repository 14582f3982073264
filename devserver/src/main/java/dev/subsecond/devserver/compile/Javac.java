package dev.subsecond.devserver.compile;

import com.sun.source.util.JavacTask;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The JDK's compiler in this process, with the libraries kept open between runs. Not thread-safe. */
final class Javac implements Closeable {

    /** Since 23 processors run only if asked for; before 21 there was no such option. */
    private static final boolean MUST_ASK_FOR_PROCESSORS = Runtime.version().feature() >= 23;

    private final JavaCompiler compiler;
    private final JavacOptions options;
    private final Processors processors;
    private final LibraryFileManager libraries;

    Javac(JavaCompiler compiler, CompilerSettings settings) {
        this.compiler = compiler;
        this.options = JavacOptions.of(settings.options());
        this.processors = new Processors(settings.processorPath(), options);
        StandardJavaFileManager standard = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        try {
            List<File> classpath = new ArrayList<>();
            settings.classpath().forEach(entry -> classpath.add(entry.toFile()));
            standard.setLocation(StandardLocation.CLASS_PATH, classpath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.libraries = new LibraryFileManager(standard);
    }

    /** Whether there are processors at all. */
    boolean hasProcessors() {
        return !processors.none();
    }

    /** Whether processors that ran may have read more than the source they wrote something for. */
    boolean hasForeignProcessors() {
        return processors.foreign();
    }

    /** Whether processors may be shown some of the sources without the others. */
    boolean hasIsolatingProcessors() {
        return processors.isolating();
    }

    /**
     * Compiles sources against the libraries and the visible classes, without processors.
     *
     * @param check asked once all sources are parsed, with what they declare
     * @return empty if the check said that processors must run
     */
    Optional<JavacRun> run(List<SourceObject> sources, VisibleClasses visible, ShapeCheck check) {
        return runner(sources, visible, List.of()).runIf(check);
    }

    /** Compiles sources against the libraries and the visible classes, with the processors, if there are any. */
    JavacRun runWithProcessors(List<SourceObject> sources, VisibleClasses visible) {
        List<Processor> instances = processors.instances();
        JavacRun run = runner(sources, visible, instances).run();
        processors.ran(instances);
        return run;
    }

    private JavacRunner runner(List<SourceObject> sources, VisibleClasses visible, List<Processor> instances) {
        MessageCollector messages = new MessageCollector();
        RunFileManager files = new RunFileManager(libraries, visible);
        JavacTask task = (JavacTask)
                compiler.getTask(Writer.nullWriter(), files, messages, options(!instances.isEmpty()), null, sources);
        if (!instances.isEmpty()) {
            task.setProcessors(instances);
        }
        return new JavacRunner(task, sources, files, messages);
    }

    private List<String> options(boolean processing) {
        List<String> all = new ArrayList<>(List.of("-g", "-implicit:none"));
        if (!processing) {
            all.add("-proc:none");
        } else if (MUST_ASK_FOR_PROCESSORS) {
            all.add("-proc:full");
        }
        all.addAll(options.compiling());
        return all;
    }

    @Override
    public void close() throws IOException {
        processors.close();
        libraries.close();
    }
}
