package dev.subsecond.devserver.compile;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** Writes an annotation, or the default value of an annotation's element, as text. */
final class AnnotationText extends AnnotationVisitor {

    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> whenComplete;

    AnnotationText(Consumer<String> whenComplete) {
        super(Opcodes.ASM9);
        this.whenComplete = whenComplete;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        String written = Arrays.deepToString(new Object[] {value});
        add(name, value.getClass().getSimpleName() + written);
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
        add(name, descriptor + value);
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
        return new AnnotationText(nested -> add(name, descriptor + nested));
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
        return new AnnotationText(nested -> add(name, nested));
    }

    @Override
    public void visitEnd() {
        whenComplete.accept("(" + text + ")");
    }

    private void add(@Nullable String name, String value) {
        text.append(name == null ? "" : name).append('=').append(value).append(',');
    }
}
