package dev.subsecond.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.subsecond.processor.model.HotClass;
import dev.subsecond.processor.model.HotMethod;

/** Documentation of generated members: a sentence that leads to the user's method, where the real documentation is. */
final class Javadoc {

    private Javadoc() {}

    static CodeBlock of(String purpose, HotClass hotClass, HotMethod method) {
        CodeBlock types = method.signature().erasedParameters().stream()
                .map(type -> CodeBlock.of("$T", type))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("$L {@link $T#$L($L)}.\n", purpose, hotClass.owner(), method.name(), types);
    }
}
