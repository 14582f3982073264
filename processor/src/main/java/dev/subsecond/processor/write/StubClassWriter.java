package dev.subsecond.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.subsecond.processor.model.HotClass;
import dev.subsecond.processor.model.HotMethod;
import java.util.List;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Composes the source file of a stub class. */
public final class StubClassWriter {

    /**
     * What the user's signatures may make javac warn of, a second time, when a stub repeats them; and the casts that give a
     * generic method's handle its type.
     */
    private static final List<String> SUPPRESSED =
            List.of("cast", "deprecation", "exports", "overloads", "rawtypes", "removal", "unchecked", "varargs");

    private final String generator;
    private final boolean release;

    /**
     * @param generator the processor's class name, for {@code @Generated}
     * @param release whether to write stubs that need no runtime: plain calls, and no handles
     */
    public StubClassWriter(String generator, boolean release) {
        this.generator = generator;
        this.release = release;
    }

    /** The source file; it is derived from the hot methods' class alone, as incremental builds require. */
    public JavaFile write(HotClass hotClass) {
        TypeSpec.Builder type = TypeSpec.classBuilder(hotClass.stub())
                .addOriginatingElement(hotClass.element())
                .addJavadoc("Calls the hot methods of {@link $T}.\n", hotClass.owner())
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", generator)
                        .build())
                .addAnnotation(suppressions())
                .addModifiers(
                        hotClass.isPublic()
                                ? new Modifier[] {Modifier.PUBLIC, Modifier.FINAL}
                                : new Modifier[] {Modifier.FINAL});
        if (release) {
            addReleaseMembers(type, hotClass);
        } else {
            addMembers(type, hotClass);
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        return JavaFile.builder(hotClass.stub().packageName(), type.build())
                .indent("    ")
                .build();
    }

    private static void addMembers(TypeSpec.Builder type, HotClass hotClass) {
        for (HotMethod method : hotClass.methods()) {
            type.addMethod(new StubWriter(hotClass, method).linked());
            type.addMethod(new HandleWriter(hotClass, method).write());
        }
        type.addType(HolderWriter.write(hotClass));
    }

    private static void addReleaseMembers(TypeSpec.Builder type, HotClass hotClass) {
        for (HotMethod method : hotClass.methods()) {
            type.addMethod(new StubWriter(hotClass, method).direct());
        }
    }

    private static AnnotationSpec suppressions() {
        AnnotationSpec.Builder suppressions = AnnotationSpec.builder(SuppressWarnings.class);
        SUPPRESSED.forEach(warning -> suppressions.addMember("value", "$S", warning));
        return suppressions.build();
    }
}
