package dev.subsecond.devserver.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.Set;

/** Finds the types that a parsed source declares, except those inside of methods. */
final class DeclaredTypes {

    private DeclaredTypes() {}

    /** Adds their binary names. */
    static void collect(CompilationUnitTree unit, Set<String> names) {
        String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        unit.getTypeDecls().forEach(tree -> collect(tree, prefix, names));
    }

    private static void collect(Tree tree, String prefix, Set<String> names) {
        if (tree instanceof ClassTree type) {
            String name = prefix + type.getSimpleName();
            names.add(name);
            type.getMembers().forEach(member -> collect(member, name + "$", names));
        }
    }
}
