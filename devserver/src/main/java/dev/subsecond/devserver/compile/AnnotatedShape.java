package dev.subsecond.devserver.compile;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.subsecond.runtime.wire.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Digest of what annotation processors may look at in a source: everything but the bodies of methods and the values of
 * fields that are no constants. Empty for a source whose annotations are only those of {@code java.lang}, which no processor claims.
 */
final class AnnotatedShape extends TreeScanner<@Nullable Void, @Nullable Void> {

    /** Annotations without a meaning to processors; written without their package in practically every source. */
    private static final Set<String> PLAIN =
            Set.of("Override", "SuppressWarnings", "SafeVarargs", "FunctionalInterface", "Deprecated");

    private final StringBuilder text = new StringBuilder();
    private boolean relevant;

    private AnnotatedShape() {}

    static String of(CompilationUnitTree unit) {
        AnnotatedShape shape = new AnnotatedShape();
        shape.scan(unit, null);
        return shape.relevant ? Sha256.hex(shape.text.toString().getBytes(StandardCharsets.UTF_8)) : "";
    }

    @Override
    public @Nullable Void visitCompilationUnit(CompilationUnitTree node, @Nullable Void unused) {
        add(node.getPackage());
        node.getImports().forEach(this::add);
        return super.visitCompilationUnit(node, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree node, @Nullable Void unused) {
        text.append("class ").append(node.getKind()).append(' ').append(node.getSimpleName());
        add(node.getModifiers());
        node.getTypeParameters().forEach(this::add);
        add(node.getExtendsClause());
        node.getImplementsClause().forEach(this::add);
        text.append('{');
        super.visitClass(node, null);
        text.append('}');
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree node, @Nullable Void unused) {
        text.append("method ").append(node.getName());
        add(node.getModifiers());
        node.getTypeParameters().forEach(this::add);
        add(node.getReturnType());
        node.getParameters().forEach(this::add);
        node.getThrows().forEach(this::add);
        add(node.getDefaultValue());
        scan(node.getModifiers(), null);
        scan(node.getParameters(), null);
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree node, @Nullable Void unused) {
        text.append("variable ").append(node.getName());
        add(node.getModifiers());
        add(node.getType());
        if (isLiteral(node.getInitializer())) {
            add(node.getInitializer());
        }
        scan(node.getModifiers(), null);
        return null;
    }

    @Override
    public @Nullable Void visitBlock(BlockTree node, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree node, @Nullable Void unused) {
        relevant |= !PLAIN.contains(node.getAnnotationType().toString());
        return super.visitAnnotation(node, null);
    }

    /** What may be a constant, whose value processors are told. */
    private static boolean isLiteral(@Nullable Tree value) {
        return value != null
                && !(value instanceof NewClassTree)
                && !(value instanceof NewArrayTree)
                && !(value instanceof MethodInvocationTree)
                && !(value instanceof LambdaExpressionTree)
                && !(value instanceof MemberReferenceTree);
    }

    private void add(@Nullable Tree tree) {
        text.append(tree).append(';');
    }
}
