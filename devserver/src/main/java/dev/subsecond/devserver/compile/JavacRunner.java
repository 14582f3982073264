package dev.subsecond.devserver.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;

/** Takes one javac task through its phases and reads from its trees, between two phases, what class files do not say. */
final class JavacRunner implements TaskListener {

    private final JavacTask task;
    private final List<SourceObject> given;
    private final RunFileManager files;
    private final MessageCollector messages;
    private final Set<CompilationUnitTree> units = new LinkedHashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final Map<SourceId, String> shapes = new HashMap<>();
    private final Map<SourceId, SourceFacts> facts = new HashMap<>();

    JavacRunner(JavacTask task, List<SourceObject> given, RunFileManager files, MessageCollector messages) {
        this.given = given;
        this.task = task;
        this.files = files;
        this.messages = messages;
    }

    JavacRun run() {
        return runIf(shapesOfSources -> true).orElseThrow();
    }

    /** Runs to the end if {@code check} agrees after parsing, or if the sources cannot be parsed. */
    Optional<JavacRun> runIf(ShapeCheck check) {
        try {
            task.addTaskListener(this);
            for (CompilationUnitTree unit : task.parse()) {
                units.add(unit);
                shapes.put(id(unit.getSourceFile()), AnnotatedShape.of(unit));
            }
            if (messages.hasErrors()) {
                return Optional.of(result());
            }
            units.forEach(unit -> DeclaredTypes.collect(unit, declared));
            if (!check.unchanged(shapes)) {
                return Optional.empty();
            }
            translate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            messages.add(CompilerMessage.failure("", "the compiler or a processor failed: " + e));
        }
        return Optional.of(result());
    }

    private void translate() throws IOException {
        task.analyze();
        if (messages.hasErrors()) {
            return;
        }
        Trees trees = Trees.instance(task);
        for (CompilationUnitTree unit : units) {
            facts.put(id(unit.getSourceFile()), SourceFactsScanner.scan(trees, task.getElements(), unit));
        }
        task.generate();
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE) {
            units.add(event.getCompilationUnit());
        }
    }

    private JavacRun result() {
        Map<String, byte[]> classes = new TreeMap<>();
        Map<String, SourceId> sources = new HashMap<>();
        if (!messages.hasErrors()) {
            files.classes().forEach((name, output) -> {
                classes.put(name, output.bytes());
                SourceId source = output.source();
                sources.put(name, source == null ? SourceId.generated(name) : source);
            });
        }
        Map<SourceId, String> generated = new HashMap<>();
        files.sources().forEach((name, output) -> generated.put(SourceId.generated(name), output.text()));
        Map<SourceId, String> texts = new HashMap<>(generated);
        given.forEach(source -> texts.put(source.id(), source.text()));
        Map<String, byte[]> resources = new TreeMap<>();
        files.resources().forEach((path, output) -> resources.put(path, output.bytes()));
        return new JavacRun(
                messages.messages(),
                texts,
                classes,
                sources,
                generated,
                resources,
                facts,
                shapes,
                files.origins(),
                declared);
    }

    private static SourceId id(FileObject source) {
        return SourceId.of(source.toUri());
    }
}
