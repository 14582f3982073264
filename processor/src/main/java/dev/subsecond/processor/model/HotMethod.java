package dev.subsecond.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;

/**
 * One hot method as its stub and handle see it.
 *
 * @param element the user's method
 * @param receiver the stub's first parameter; empty for a static method
 * @param parameters the others, with names that are safe in the stub's body
 * @param signature the method's own types
 * @param annotations what the stub repeats of the method's annotations
 * @param names what the generated members are called
 */
public record HotMethod(
        ExecutableElement element,
        Optional<ParameterSpec> receiver,
        List<ParameterSpec> parameters,
        Signature signature,
        List<AnnotationSpec> annotations,
        MemberNames names) {

    public HotMethod {
        parameters = List.copyOf(parameters);
        annotations = List.copyOf(annotations);
    }

    /**
     * The types of a hot method.
     *
     * @param classTypes type parameters in the type of the receiver, outermost first
     * @param ownTypes the method's own type parameters
     * @param result {@code void} included
     * @param exceptions the throws clause
     * @param erasedParameters as in the method's descriptor
     * @param erasedResult as in the method's descriptor
     */
    public record Signature(
            List<TypeVariableName> classTypes,
            List<TypeVariableName> ownTypes,
            TypeName result,
            List<TypeName> exceptions,
            List<TypeName> erasedParameters,
            TypeName erasedResult) {

        public Signature {
            classTypes = List.copyOf(classTypes);
            ownTypes = List.copyOf(ownTypes);
            exceptions = List.copyOf(exceptions);
            erasedParameters = List.copyOf(erasedParameters);
        }

        /** The type parameters of stub and handle. */
        public List<TypeVariableName> typeVariables() {
            return Stream.concat(classTypes.stream(), ownTypes.stream()).toList();
        }
    }

    public String name() {
        return element.getSimpleName().toString();
    }

    /** Whether the method can be called without an object. */
    public boolean isStatic() {
        return receiver.isEmpty();
    }

    /** The stub's parameters: receiver first. */
    public List<ParameterSpec> values() {
        return Stream.concat(receiver.stream(), parameters.stream()).toList();
    }
}
