package dev.subsecond.devserver.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads {@link SourceFacts} from a source that javac has attributed and not yet translated. */
final class SourceFactsScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final Elements elements;
    private final Set<String> constantOwners = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final TypeNames types;

    private SourceFactsScanner(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
        this.types = new TypeNames(elements);
    }

    static SourceFacts scan(Trees trees, Elements elements, CompilationUnitTree unit) {
        SourceFactsScanner scanner = new SourceFactsScanner(trees, elements);
        scanner.scan(unit, null);
        return new SourceFacts(scanner.constantOwners, scanner.identifiers, scanner.types.names());
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void unused) {
        identifiers.add(node.getName().toString());
        noteConstant();
        return super.visitIdentifier(node, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void unused) {
        identifiers.add(node.getIdentifier().toString());
        noteConstant();
        return super.visitMemberSelect(node, null);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree == null) {
            return null;
        }
        if (tree instanceof ExpressionTree) {
            types.add(trees.getTypeMirror(new TreePath(getCurrentPath(), tree)));
        }
        return super.scan(tree, null);
    }

    private void noteConstant() {
        Element element = trees.getElement(getCurrentPath());
        if (element instanceof VariableElement variable
                && variable.getKind() == ElementKind.FIELD
                && variable.getConstantValue() != null
                && variable.getEnclosingElement() instanceof TypeElement owner) {
            constantOwners.add(elements.getBinaryName(owner).toString());
        }
    }
}
