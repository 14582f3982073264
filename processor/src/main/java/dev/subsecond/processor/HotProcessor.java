package dev.subsecond.processor;

import com.google.auto.service.AutoService;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.report.Reporter;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes a class {@code GameHot} with typed stubs and handles for each class {@code Game} that has {@code @Hot} methods, and
 * checks {@code @OnPatch} methods, for which nothing is written.
 *
 * <p>The option {@code -Asubsecond.release=true} makes it write stubs that are plain calls and refer to nothing of the
 * runtime; handles, which are runtime objects, are then left out.
 *
 * <p>Whatever happens, javac gets diagnostics and never an exception.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({KnownNames.HOT, KnownNames.ON_PATCH})
@SupportedOptions(Options.RELEASE)
public final class HotProcessor extends AbstractProcessor {

    private @Nullable Rounds rounds;

    /** For javac, which creates processors by reflection. */
    public HotProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims nothing: if all annotations of a compilation were claimed, javac would not ask the other processors. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            rounds().process(annotations, round);
        } catch (RuntimeException | Error failure) {
            new Reporter(processingEnv.getMessager()).crash(null, failure);
        }
        return false;
    }

    private Rounds rounds() {
        if (rounds == null) {
            rounds = Rounds.create(processingEnv);
        }
        return rounds;
    }
}
