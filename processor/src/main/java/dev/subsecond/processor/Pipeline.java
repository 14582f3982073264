package dev.subsecond.processor;

import dev.subsecond.processor.model.Erasures;
import dev.subsecond.processor.model.HotClass;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.model.ModelBuilder;
import dev.subsecond.processor.report.Finding;
import dev.subsecond.processor.report.Problem;
import dev.subsecond.processor.report.Report;
import dev.subsecond.processor.report.Reporter;
import dev.subsecond.processor.validate.ClassRules;
import dev.subsecond.processor.validate.HandleNotes;
import dev.subsecond.processor.validate.HotValidator;
import dev.subsecond.processor.validate.Surroundings;
import dev.subsecond.processor.write.StubClassWriter;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** From the hot methods of a class to its stub class, or to the reasons why there is none. */
final class Pipeline {

    private final boolean release;
    private final Reporter reporter;
    private final Surroundings surroundings;
    private final Filer filer;
    private final HotValidator validator;
    private final ModelBuilder modelBuilder;
    private final HandleNotes handleNotes;
    private final StubClassWriter writer;

    Pipeline(ProcessingEnvironment environment, Reporter reporter, Surroundings surroundings, boolean release) {
        Erasures erasures = new Erasures(environment.getTypeUtils());
        this.release = release;
        this.reporter = reporter;
        this.surroundings = surroundings;
        this.filer = environment.getFiler();
        this.validator = new HotValidator(erasures, new ClassRules(erasures, surroundings));
        this.modelBuilder = new ModelBuilder(erasures);
        this.handleNotes = new HandleNotes(erasures);
        this.writer = new StubClassWriter(HotProcessor.class.getName(), release);
    }

    void process(TypeElement owner, List<ExecutableElement> methods) {
        Report report = validator.validate(owner, methods);
        reporter.print(report);
        if (!report.hasErrors()) {
            surroundings.claim(owner);
            HotClass hotClass = modelBuilder.build(owner, methods);
            if (!release) {
                reporter.print(handleNotes.of(hotClass));
            }
            write(hotClass);
        }
    }

    private void write(HotClass hotClass) {
        try {
            writer.write(hotClass).writeTo(filer);
        } catch (IOException failure) {
            reporter.print(Finding.on(
                    hotClass.methods().get(0).element(),
                    KnownNames.HOT,
                    Problem.WRITE_FAILED,
                    hotClass.stub().canonicalName(),
                    failure));
        }
    }
}
