package dev.subsecond.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.subsecond.processor.model.HotClass;
import dev.subsecond.processor.model.HotMethod;
import dev.subsecond.processor.model.KnownNames;
import javax.lang.model.element.Modifier;

/** Writes the method that returns a hot method's handle. */
final class HandleWriter {

    private final HotClass hotClass;
    private final HotMethod method;

    HandleWriter(HotClass hotClass, HotMethod method) {
        this.hotClass = hotClass;
        this.method = method;
    }

    MethodSpec write() {
        MethodSpec.Builder handle = MethodSpec.methodBuilder(method.names().handle())
                .addJavadoc(Javadoc.of("The handle of", hotClass, method))
                .addModifiers(Modifier.STATIC)
                .addTypeVariables(method.signature().typeVariables())
                .returns(HandleTypes.typed(method))
                .addStatement("return $L", constant());
        return hotClass.isPublic() ? handle.addModifiers(Modifier.PUBLIC).build() : handle.build();
    }

    /** One object serves all type arguments, as one method does. */
    private CodeBlock constant() {
        CodeBlock constant = CodeBlock.of(
                "$T.$L",
                hotClass.stub().nestedClass(KnownNames.HOLDER),
                method.names().function());
        return method.signature().typeVariables().isEmpty()
                ? constant
                : CodeBlock.of("($T) $L", HandleTypes.typed(method), constant);
    }
}
