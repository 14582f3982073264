package dev.subsecond.processor.validate;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.report.Finding;
import dev.subsecond.processor.report.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code @Hot} and {@code @OnPatch} in local and anonymous classes. javac does not show these to processors, so the mark
 * would silently do nothing; their trees have not been attributed yet, so names are compared as they are written.
 */
public final class LocalMarkFinder extends TreePathScanner<@Nullable Void, BiConsumer<Tree, Finding>> {

    private final Map<String, String> marks;

    private LocalMarkFinder(Map<String, String> marks) {
        this.marks = marks;
    }

    /** Gives each finding of a source file, with the annotation that is to blame, to {@code findings}. */
    public static void scan(CompilationUnitTree file, BiConsumer<Tree, Finding> findings) {
        new LocalMarkFinder(marks(file)).scan(new TreePath(file), findings);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, BiConsumer<Tree, Finding> findings) {
        check(method.getModifiers(), method.getName(), findings);
        return super.visitMethod(method, findings);
    }

    /** The mark on a record's component is one on its accessor; on any other variable javac itself refuses it. */
    @Override
    public @Nullable Void visitVariable(VariableTree variable, BiConsumer<Tree, Finding> findings) {
        if (getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD) {
            check(variable.getModifiers(), variable.getName(), findings);
        }
        return super.visitVariable(variable, findings);
    }

    private void check(ModifiersTree modifiers, Name method, BiConsumer<Tree, Finding> findings) {
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
            String mark = marks.get(annotation.getAnnotationType().toString());
            if (mark != null && isInLocalClass(getCurrentPath())) {
                findings.accept(annotation, finding(mark, method + "()"));
            }
        }
    }

    /**
     * Named local classes stand in a block or directly in the case of a switch expression; anonymous ones, enum constants' bodies
     * too, belong to an instance creation.
     */
    private static boolean isInLocalClass(TreePath member) {
        return StreamSupport.stream(member.getParentPath().spliterator(), /* parallel= */ false)
                .anyMatch(
                        tree -> tree instanceof BlockTree || tree instanceof CaseTree || tree instanceof NewClassTree);
    }

    private static Finding finding(String mark, String method) {
        if (mark.equals(KnownNames.ON_PATCH)) {
            return OnPatchRules.inLocalClass(method);
        }
        Place place = Place.LOCAL_CLASS;
        return Finding.of(Problem.UNSUPPORTED_PLACE, place.description, method, place.reason, place.wayOut);
    }

    /** The annotations by the names that mean them in this file. */
    private static Map<String, String> marks(CompilationUnitTree file) {
        Set<String> imported = file.getImports().stream()
                .map(line -> line.getQualifiedIdentifier().toString())
                .collect(Collectors.toSet());
        Map<String, String> marks = new HashMap<>();
        for (String mark : List.of(KnownNames.HOT, KnownNames.ON_PATCH)) {
            int dot = mark.lastIndexOf('.');
            marks.put(mark, mark);
            if (imported.contains(mark) || imported.contains(mark.substring(0, dot) + ".*")) {
                marks.put(mark.substring(dot + 1), mark);
            }
        }
        return marks;
    }
}
