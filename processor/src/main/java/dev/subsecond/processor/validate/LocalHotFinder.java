package dev.subsecond.processor.validate;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.report.Finding;
import dev.subsecond.processor.report.Problem;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code @Hot} in local and anonymous classes. javac does not show these to processors, so the mark would silently do nothing;
 * their trees have not been attributed yet, so names are compared as they are written.
 */
public final class LocalHotFinder extends TreePathScanner<@Nullable Void, BiConsumer<Tree, Finding>> {

    private final Set<String> spellings;

    private LocalHotFinder(Set<String> spellings) {
        this.spellings = spellings;
    }

    /** Gives each finding of a source file, with the annotation that is to blame, to {@code findings}. */
    public static void scan(CompilationUnitTree file, BiConsumer<Tree, Finding> findings) {
        new LocalHotFinder(spellings(file)).scan(new TreePath(file), findings);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, BiConsumer<Tree, Finding> findings) {
        if (isInLocalClass(getCurrentPath())) {
            method.getModifiers().getAnnotations().stream()
                    .filter(this::isHot)
                    .forEach(annotation -> findings.accept(annotation, finding(method)));
        }
        return super.visitMethod(method, findings);
    }

    private boolean isHot(AnnotationTree annotation) {
        return spellings.contains(annotation.getAnnotationType().toString());
    }

    /** Named local classes stand in a block; anonymous ones, enum constants' bodies too, belong to an instance creation. */
    private static boolean isInLocalClass(TreePath method) {
        return StreamSupport.stream(method.getParentPath().spliterator(), /* parallel= */ false)
                .anyMatch(tree -> tree instanceof BlockTree || tree instanceof NewClassTree);
    }

    private static Finding finding(MethodTree method) {
        Place place = Place.LOCAL_CLASS;
        return Finding.of(
                Problem.UNSUPPORTED_PLACE, place.description, method.getName() + "()", place.reason, place.wayOut);
    }

    private static Set<String> spellings(CompilationUnitTree file) {
        String allOfPackage = KnownNames.HOT.replace(".Hot", ".*");
        boolean imported = file.getImports().stream()
                .map(line -> line.getQualifiedIdentifier().toString())
                .anyMatch(name -> name.equals(KnownNames.HOT) || name.equals(allOfPackage));
        return imported ? Set.of("Hot", KnownNames.HOT) : Set.of(KnownNames.HOT);
    }
}
