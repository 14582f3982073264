package dev.subsecond.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.subsecond.processor.model.FreeNames;
import dev.subsecond.processor.model.HotClass;
import dev.subsecond.processor.model.HotMethod;
import dev.subsecond.processor.model.KnownNames;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the stub of one hot method: its signature with the receiver first. */
final class StubWriter {

    private final HotClass hotClass;
    private final HotMethod method;

    StubWriter(HotClass hotClass, HotMethod method) {
        this.hotClass = hotClass;
        this.method = method;
    }

    /** The stub that runs the newest code while Subsecond is on. */
    MethodSpec linked() {
        return signature("Runs the newest code of").addCode(linkedBody()).build();
    }

    /** The stub that is a plain call. */
    MethodSpec direct() {
        return signature("Calls")
                .addStatement(isVoid() ? "$L" : "return $L", directCall())
                .build();
    }

    private MethodSpec.Builder signature(String purpose) {
        MethodSpec.Builder stub = MethodSpec.methodBuilder(method.name())
                .addJavadoc(Javadoc.of(purpose, hotClass, method))
                .addModifiers(Modifier.STATIC)
                .addAnnotations(method.annotations())
                .addTypeVariables(method.signature().typeVariables())
                .returns(method.signature().result())
                .addParameters(method.values())
                .varargs(method.element().isVarArgs())
                .addExceptions(method.signature().exceptions());
        return hotClass.isPublic() ? stub.addModifiers(Modifier.PUBLIC) : stub;
    }

    private CodeBlock linkedBody() {
        String thrown = FreeNames.free("thrown", names());
        CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("if (!$T.isEnabled())", KnownNames.SUBSECOND);
        if (isVoid()) {
            body.addStatement("$L", directCall()).addStatement("return");
        } else {
            body.addStatement("return $L", directCall());
        }
        return body.endControlFlow()
                .beginControlFlow("try")
                .addStatement(linkedCall())
                .nextControlFlow("catch ($T $N)", Throwable.class, thrown)
                .addStatement("throw $T.rethrow($N)", KnownNames.STUB_LINKER, thrown)
                .endControlFlow()
                .build();
    }

    /** Type arguments are given, because javac could infer others than the stub's own. */
    private CodeBlock directCall() {
        CodeBlock target = method.receiver()
                .map(receiver -> CodeBlock.of("$N", receiver))
                .orElseGet(() -> CodeBlock.of("$T", hotClass.owner()));
        List<TypeVariableName> ownTypes = method.signature().ownTypes();
        CodeBlock typeArguments = ownTypes.isEmpty()
                ? CodeBlock.of("")
                : ownTypes.stream().map(type -> CodeBlock.of("$T", type)).collect(CodeBlock.joining(", ", "<", ">"));
        return CodeBlock.of("$L.$L$L($L)", target, typeArguments, method.name(), arguments(method.parameters()));
    }

    /** The cast also fixes the call's result type, as calls of method handles require. */
    private CodeBlock linkedCall() {
        CodeBlock cast = isVoid() ? CodeBlock.of("") : CodeBlock.of("return ($T) ", resultType());
        return CodeBlock.of(
                "$L$T.$L.invokeExact($L)",
                cast,
                hotClass.stub().nestedClass(KnownNames.HOLDER),
                method.names().invoker(),
                arguments(method.values()));
    }

    private TypeName resultType() {
        return method.signature().result().withoutAnnotations();
    }

    private boolean isVoid() {
        return method.signature().result().equals(TypeName.VOID);
    }

    private List<String> names() {
        return method.values().stream().map(ParameterSpec::name).toList();
    }

    private static String arguments(List<ParameterSpec> parameters) {
        return parameters.stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
    }
}
