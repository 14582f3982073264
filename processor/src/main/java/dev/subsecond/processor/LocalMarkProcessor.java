package dev.subsecond.processor;

import com.google.auto.service.AutoService;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.subsecond.processor.report.Reporter;
import dev.subsecond.processor.validate.LocalMarkFinder;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Refuses {@code @Hot} and {@code @OnPatch} in local and anonymous classes. A processor of its own, because javac runs
 * {@link HotProcessor} only where it sees a marked method, and in such classes it sees none. It generates nothing, claims
 * nothing, and does nothing under compilers without javac's trees.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
public final class LocalMarkProcessor extends AbstractProcessor {

    private Optional<Trees> trees = Optional.empty();

    /** For javac, which creates processors by reflection. */
    public LocalMarkProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        try {
            trees = Optional.of(Trees.instance(environment));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            trees = Optional.empty();
        }
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            trees.ifPresent(known -> check(known, round));
        } catch (RuntimeException | Error failure) {
            new Reporter(processingEnv.getMessager()).crash(null, failure);
        }
        return false;
    }

    private static void check(Trees trees, RoundEnvironment round) {
        for (CompilationUnitTree file : files(trees, round)) {
            LocalMarkFinder.scan(
                    file,
                    (annotation, finding) ->
                            trees.printMessage(finding.problem().kind(), finding.message(), annotation, file));
        }
    }

    private static Set<CompilationUnitTree> files(Trees trees, RoundEnvironment round) {
        Set<CompilationUnitTree> files = new LinkedHashSet<>();
        for (Element root : round.getRootElements()) {
            TreePath path = trees.getPath(root);
            if (path != null) {
                files.add(path.getCompilationUnit());
            }
        }
        return files;
    }
}
