package dev.subsecond.processor.validate;

import dev.subsecond.processor.model.Erasures;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.model.Owner;
import dev.subsecond.processor.model.StubNames;
import dev.subsecond.processor.report.Finding;
import dev.subsecond.processor.report.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What the hot methods of a class have to be together, and what their stub class needs around it. */
public final class ClassRules {

    private final Erasures erasures;
    private final Surroundings surroundings;

    public ClassRules(Erasures erasures, Surroundings surroundings) {
        this.erasures = erasures;
        this.surroundings = surroundings;
    }

    /** Everything that is wrong with the class; usually nothing. {@code methods} is never empty. */
    Stream<Finding> check(TypeElement owner, List<ExecutableElement> methods) {
        return Stream.of(stubsDiffer(methods), stubClassIsNew(owner, methods), runtimeIsThere(owner, methods))
                .flatMap(findings -> findings);
    }

    private Stream<Finding> stubsDiffer(List<ExecutableElement> methods) {
        Map<String, ExecutableElement> bySignature = new HashMap<>();
        return methods.stream().flatMap(method -> {
            ExecutableElement earlier = bySignature.putIfAbsent(erasures.stubSignature(method), method);
            return earlier == null ? Stream.empty() : Stream.of(stubClash(earlier, method));
        });
    }

    private Finding stubClash(ExecutableElement earlier, ExecutableElement later) {
        String stub = StubNames.of(Owner.of(later)).simpleName();
        return Finding.on(
                later, KnownNames.HOT, Problem.STUB_CLASH, erasures.describe(earlier), erasures.describe(later), stub);
    }

    private Stream<Finding> stubClassIsNew(TypeElement owner, List<ExecutableElement> methods) {
        return surroundings.takenBy(owner).map(other -> nameClash(owner, methods.get(0), other)).stream();
    }

    private static Finding nameClash(TypeElement owner, ExecutableElement first, String other) {
        return Finding.on(
                first,
                KnownNames.HOT,
                Problem.NAME_CLASH,
                owner.getQualifiedName(),
                StubNames.of(owner).canonicalName(),
                other);
    }

    private Stream<Finding> runtimeIsThere(TypeElement owner, List<ExecutableElement> methods) {
        return surroundings.hasRuntime(owner)
                ? Stream.empty()
                : Stream.of(
                        Finding.on(methods.get(0), KnownNames.HOT, Problem.MISSING_RUNTIME, owner.getQualifiedName()));
    }
}
