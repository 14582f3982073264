package dev.subsecond.processor;

import dev.subsecond.processor.model.Erasures;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.model.Owner;
import dev.subsecond.processor.report.Reporter;
import dev.subsecond.processor.validate.OnPatchRules;
import dev.subsecond.processor.validate.Surroundings;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Leads each class with hot methods through the pipeline once. A class whose hot methods mention a type that does not exist
 * yet waits for a later round, in which another processor may have generated it; if none does, javac itself reports the type.
 */
final class Rounds {

    private final Elements elements;
    private final Reporter reporter;
    private final Surroundings surroundings;
    private final OnPatchRules onPatchRules;
    private final Pipeline pipeline;
    private final Set<String> waiting = new LinkedHashSet<>();

    private Rounds(
            Elements elements,
            Reporter reporter,
            Surroundings surroundings,
            OnPatchRules onPatchRules,
            Pipeline pipeline) {
        this.elements = elements;
        this.reporter = reporter;
        this.surroundings = surroundings;
        this.onPatchRules = onPatchRules;
        this.pipeline = pipeline;
    }

    static Rounds create(ProcessingEnvironment environment) {
        Options options = Options.parse(environment.getOptions());
        Elements elements = environment.getElementUtils();
        Reporter reporter = new Reporter(environment.getMessager());
        options.complaint().ifPresent(reporter::print);
        Surroundings surroundings = new Surroundings(elements, !options.release());
        Pipeline pipeline = new Pipeline(environment, reporter, surroundings, options.release());
        OnPatchRules onPatchRules = new OnPatchRules(new Erasures(environment.getTypeUtils()));
        return new Rounds(elements, reporter, surroundings, onPatchRules, pipeline);
    }

    void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        surroundings.addSources(round.getRootElements());
        marked(KnownNames.ON_PATCH, annotations, round).map(onPatchRules::check).forEach(reporter::print);
        for (TypeElement owner : owners(marked(KnownNames.HOT, annotations, round))) {
            try {
                processOrWait(owner);
            } catch (RuntimeException | Error failure) {
                reporter.crash(owner, failure);
            }
        }
    }

    private void processOrWait(TypeElement owner) {
        HotMethods methods = HotMethods.of(owner);
        if (methods.mentionUnresolvedTypes()) {
            waiting.add(owner.getQualifiedName().toString());
        } else {
            pipeline.process(owner, methods.inSourceOrder());
        }
    }

    /** The classes of the methods and those that waited, which no later round presents again. */
    private Set<TypeElement> owners(Stream<ExecutableElement> methods) {
        Set<TypeElement> owners = new LinkedHashSet<>();
        waiting.stream().map(elements::getTypeElement).forEach(owners::add);
        waiting.clear();
        methods.forEach(method -> owners.add(Owner.of(method)));
        return owners;
    }

    private static Stream<ExecutableElement> marked(
            String annotationName, Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return annotations.stream()
                .filter(annotation -> annotation.getQualifiedName().contentEquals(annotationName))
                .flatMap(annotation -> methods(round.getElementsAnnotatedWith(annotation)));
    }

    private static Stream<ExecutableElement> methods(Set<? extends Element> marked) {
        return ElementFilter.methodsIn(marked).stream();
    }
}
