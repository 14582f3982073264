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
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The JDK's compiler in this process, with the libraries kept open between runs. Not thread-safe. */
final class Javac implements Closeable {

    /** Since 23 processors run only if asked for; before 21 there was no such option. */
    private static final boolean MUST_ASK_FOR_PROCESSORS = Runtime.version().feature() >= 23;

    private final JavaCompiler compiler;
    private final CompilerSettings settings;
    private final Processors processors;
    private final LibraryFileManager libraries;

    Javac(JavaCompiler compiler, CompilerSettings settings) {
        this.compiler = compiler;
        this.settings = settings;
        this.processors = new Processors(settings.processorPath());
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

    /**
     * Compiles sources against the libraries and the visible classes, without processors.
     *
     * @param check asked once all sources are parsed, with what they declare
     * @return empty if the check said that processors must run
     */
    Optional<JavacRun> run(List<SourceObject> sources, VisibleClasses visible, ShapeCheck check) {
        return runner(sources, visible, false).runIf(check);
    }

    /** Compiles sources against the libraries and the visible classes, with the processors, if there are any. */
    JavacRun runWithProcessors(List<SourceObject> sources, VisibleClasses visible) {
        return runner(sources, visible, hasProcessors()).run();
    }

    private JavacRunner runner(List<SourceObject> sources, VisibleClasses visible, boolean processing) {
        MessageCollector messages = new MessageCollector();
        RunFileManager files = new RunFileManager(libraries, visible);
        JavacTask task =
                (JavacTask) compiler.getTask(Writer.nullWriter(), files, messages, options(processing), null, sources);
        if (processing) {
            task.setProcessors(processors.instances());
        }
        return new JavacRunner(task, sources, files, messages);
    }

    private List<String> options(boolean processing) {
        List<String> options = new ArrayList<>(List.of("-g", "-implicit:none"));
        if (!processing) {
            options.add("-proc:none");
        } else if (MUST_ASK_FOR_PROCESSORS) {
            options.add("-proc:full");
        }
        options.addAll(settings.options());
        return options;
    }

    @Override
    public void close() throws IOException {
        processors.close();
        libraries.close();
    }
}
