package dev.subsecond.processor.validate;

import dev.subsecond.processor.model.Erasures;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.report.Finding;
import dev.subsecond.processor.report.Problem;
import dev.subsecond.processor.report.Report;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Checks all hot methods of one class. */
public final class HotValidator {

    private final Erasures erasures;
    private final MethodRules methodRules;
    private final ClassRules classRules;

    public HotValidator(Erasures erasures, ClassRules classRules) {
        this.erasures = erasures;
        this.methodRules = new MethodRules(erasures);
        this.classRules = classRules;
    }

    /**
     * What is wrong with a class and its hot methods. A method in an unsupported place is not judged further: other
     * rules would only repeat that it cannot stay there.
     */
    public Report validate(TypeElement owner, List<ExecutableElement> methods) {
        List<Finding> places = methods.stream().flatMap(this::place).toList();
        if (!places.isEmpty()) {
            return new Report(places);
        }
        return Report.of(Stream.concat(methods.stream().flatMap(methodRules::check), classRules.check(owner, methods)));
    }

    private Stream<Finding> place(ExecutableElement method) {
        return Place.of(method).stream()
                .map(place -> Finding.on(
                        method,
                        KnownNames.HOT,
                        Problem.UNSUPPORTED_PLACE,
                        place.description,
                        erasures.describe(method),
                        place.reason,
                        place.wayOut));
    }
}
