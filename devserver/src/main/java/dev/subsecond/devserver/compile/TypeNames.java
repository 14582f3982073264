package dev.subsecond.devserver.compile;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Collects the classes that types are made of: arguments, bounds and alternatives included, those of the JDK left out. */
final class TypeNames {

    private final Elements elements;
    private final Set<String> names = new HashSet<>();
    private final Set<TypeMirror> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    TypeNames(Elements elements) {
        this.elements = elements;
    }

    Set<String> names() {
        return names;
    }

    /** Adds the classes of a type; nothing if there is none. */
    void add(@Nullable TypeMirror type) {
        if (type == null || type.getKind().isPrimitive() || !seen.add(type)) {
            return;
        }
        if (type instanceof DeclaredType declared) {
            addDeclared(declared);
        } else if (type instanceof ArrayType array) {
            add(array.getComponentType());
        } else if (type instanceof ExecutableType method) {
            add(method.getReturnType());
            addAll(method.getParameterTypes());
            addAll(method.getThrownTypes());
        } else if (type instanceof UnionType union) {
            addAll(union.getAlternatives());
        } else {
            addBounds(type);
        }
    }

    private void addDeclared(DeclaredType type) {
        if (type.asElement() instanceof TypeElement element) {
            String name = elements.getBinaryName(element).toString();
            if (!name.startsWith("java.")) {
                names.add(name);
            }
        }
        add(type.getEnclosingType());
        addAll(type.getTypeArguments());
    }

    private void addBounds(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            add(variable.getUpperBound());
            add(variable.getLowerBound());
        } else if (type instanceof WildcardType wildcard) {
            add(wildcard.getExtendsBound());
            add(wildcard.getSuperBound());
        } else if (type instanceof IntersectionType intersection) {
            addAll(intersection.getBounds());
        }
    }

    private void addAll(Iterable<? extends TypeMirror> types) {
        types.forEach(this::add);
    }
}
