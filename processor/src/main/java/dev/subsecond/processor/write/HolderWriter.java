package dev.subsecond.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.subsecond.processor.model.HotClass;
import dev.subsecond.processor.model.HotMethod;
import dev.subsecond.processor.model.KnownNames;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the nested class whose initialisation links the stubs. Its constants are {@code static final}, which lets the JIT
 * compiler see through them.
 */
final class HolderWriter {

    private HolderWriter() {}

    static TypeSpec write(HotClass hotClass) {
        TypeSpec.Builder holder = TypeSpec.classBuilder(KnownNames.HOLDER)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (HotMethod method : hotClass.methods()) {
            holder.addField(constant(KnownNames.HOT_TARGET, method.names().target(), link(hotClass, method)));
            holder.addField(constant(
                    TypeName.get(MethodHandle.class),
                    method.names().invoker(),
                    CodeBlock.of("$L.invoker()", method.names().target())));
            holder.addField(constant(
                    HandleTypes.constant(method),
                    method.names().function(),
                    CodeBlock.of(
                            "$T.of($L)",
                            KnownNames.handle(method.values().size()),
                            method.names().target())));
        }
        return holder.build();
    }

    private static CodeBlock link(HotClass hotClass, HotMethod method) {
        return CodeBlock.of(
                "$T.link($T.lookup(), $T.class, $S, $L, $L)",
                KnownNames.STUB_LINKER,
                MethodHandles.class,
                hotClass.owner(),
                method.name(),
                methodType(method.signature()),
                method.isStatic());
    }

    private static CodeBlock methodType(HotMethod.Signature signature) {
        CodeBlock types = Stream.concat(Stream.of(signature.erasedResult()), signature.erasedParameters().stream())
                .map(type -> CodeBlock.of("$T.class", type))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.methodType($L)", MethodType.class, types);
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }
}
