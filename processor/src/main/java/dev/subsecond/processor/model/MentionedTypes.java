package dev.subsecond.processor.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Every class and interface that a stub's source has to name: in parameters, result, throws clause and bounds, at any depth. */
public final class MentionedTypes extends SimpleTypeVisitor14<@Nullable Void, Set<DeclaredType>> {

    private MentionedTypes() {
        super(null);
    }

    /** Those of a hot method and of the type parameters of its receiver's type; unresolved ones included. */
    public static Set<DeclaredType> of(ExecutableElement method) {
        Set<DeclaredType> mentioned = new LinkedHashSet<>();
        MentionedTypes visitor = new MentionedTypes();
        visitor.visit(method.getReturnType(), mentioned);
        method.getParameters().forEach(parameter -> visitor.visit(parameter.asType(), mentioned));
        visitor.visitAll(method.getThrownTypes(), mentioned);
        visitor.visitBounds(method.getTypeParameters(), mentioned);
        visitor.visitBounds(Owner.typeParameters(method), mentioned);
        return mentioned;
    }

    private void visitBounds(List<? extends TypeParameterElement> parameters, Set<DeclaredType> mentioned) {
        parameters.forEach(parameter -> visitAll(parameter.getBounds(), mentioned));
    }

    private void visitAll(List<? extends TypeMirror> types, Set<DeclaredType> mentioned) {
        types.forEach(type -> visit(type, mentioned));
    }

    @Override
    public @Nullable Void visitArray(ArrayType type, Set<DeclaredType> mentioned) {
        return visit(type.getComponentType(), mentioned);
    }

    @Override
    public @Nullable Void visitDeclared(DeclaredType type, Set<DeclaredType> mentioned) {
        mentioned.add(type);
        visit(type.getEnclosingType(), mentioned);
        visitAll(type.getTypeArguments(), mentioned);
        return null;
    }

    @Override
    public @Nullable Void visitError(ErrorType type, Set<DeclaredType> mentioned) {
        mentioned.add(type);
        return null;
    }

    @Override
    public @Nullable Void visitIntersection(IntersectionType type, Set<DeclaredType> mentioned) {
        visitAll(type.getBounds(), mentioned);
        return null;
    }

    @Override
    public @Nullable Void visitWildcard(WildcardType type, Set<DeclaredType> mentioned) {
        if (type.getExtendsBound() != null) {
            visit(type.getExtendsBound(), mentioned);
        }
        if (type.getSuperBound() != null) {
            visit(type.getSuperBound(), mentioned);
        }
        return null;
    }
}
