package dev.subsecond.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.subsecond.processor.model.HotMethod;
import dev.subsecond.processor.model.KnownNames;
import java.util.Collections;
import java.util.stream.Stream;

/** The types of handles: receiver, parameters, result, boxed. */
final class HandleTypes {

    private HandleTypes() {}

    /** As the user sees it. */
    static TypeName typed(HotMethod method) {
        Stream<TypeName> values = method.values().stream().map(ParameterSpec::type);
        Stream<TypeName> all =
                Stream.concat(values, Stream.of(method.signature().result()));
        return ParameterizedTypeName.get(handle(method), all.map(TypeName::box).toArray(TypeName[]::new));
    }

    /** As a constant can have it, where type parameters are out of scope. */
    static TypeName constant(HotMethod method) {
        if (method.signature().typeVariables().isEmpty()) {
            return typed(method);
        }
        TypeName any = WildcardTypeName.subtypeOf(Object.class);
        return ParameterizedTypeName.get(
                handle(method),
                Collections.nCopies(method.values().size() + 1, any).toArray(TypeName[]::new));
    }

    private static ClassName handle(HotMethod method) {
        return KnownNames.handle(method.values().size());
    }
}
