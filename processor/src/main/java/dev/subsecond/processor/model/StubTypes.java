package dev.subsecond.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * The user's types as they read in a stub. JavaPoet's own conversion will not do, because a stub declares the type parameters of
 * classes and method side by side: where one hides another, the latter needs another name. It also loses the
 * annotations that say what may be null.
 */
final class StubTypes extends SimpleTypeVisitor14<TypeName, @Nullable Void> {

    /**
     * JavaPoet leaves {@code Object} out of bounds. As the first of several it decides the erasure, and so the descriptor that
     * stub and method must share; under this guise it stays.
     */
    private static final TypeName LEADING_OBJECT = TypeVariableName.get("java.lang.Object");

    private final Map<Element, String> renamed;

    /** @param renamed new names for type parameters; the others keep theirs */
    StubTypes(Map<Element, String> renamed) {
        this.renamed = renamed;
    }

    TypeName name(TypeMirror type) {
        List<AnnotationSpec> nullness = Nullness.of(type);
        TypeName name = visit(type);
        return nullness.isEmpty() ? name : name.annotated(nullness);
    }

    List<TypeName> names(List<? extends TypeMirror> types) {
        return types.stream().map(this::name).toList();
    }

    /** Declarations of type parameters, with their bounds. */
    List<TypeVariableName> declarations(List<? extends TypeParameterElement> parameters) {
        return parameters.stream()
                .map(parameter -> TypeVariableName.get(
                        variableName(parameter), bounds(parameter).toArray(TypeName[]::new)))
                .toList();
    }

    private List<TypeName> bounds(TypeParameterElement parameter) {
        List<TypeName> bounds = new ArrayList<>(names(parameter.getBounds()));
        if (bounds.size() > 1 && bounds.get(0).equals(ClassName.OBJECT)) {
            bounds.set(0, LEADING_OBJECT);
        }
        return bounds;
    }

    private String variableName(Element parameter) {
        return renamed.getOrDefault(parameter, parameter.getSimpleName().toString());
    }

    @Override
    protected TypeName defaultAction(TypeMirror type, @Nullable Void unused) {
        return TypeName.get(type);
    }

    @Override
    public TypeName visitArray(ArrayType type, @Nullable Void unused) {
        return ArrayTypeName.of(name(type.getComponentType()));
    }

    @Override
    public TypeName visitTypeVariable(TypeVariable type, @Nullable Void unused) {
        return TypeVariableName.get(variableName(type.asElement()));
    }

    @Override
    public TypeName visitDeclared(DeclaredType type, @Nullable Void unused) {
        TypeElement element = (TypeElement) type.asElement();
        ClassName raw = ClassName.get(element);
        List<TypeName> arguments = names(type.getTypeArguments());
        boolean hasOuterObject = type.getEnclosingType() instanceof DeclaredType
                && !element.getModifiers().contains(Modifier.STATIC);
        if (hasOuterObject && visit(type.getEnclosingType()) instanceof ParameterizedTypeName outer) {
            return outer.nestedClass(raw.simpleName(), arguments);
        }
        return arguments.isEmpty() ? raw : ParameterizedTypeName.get(raw, arguments.toArray(TypeName[]::new));
    }

    @Override
    public TypeName visitWildcard(WildcardType type, @Nullable Void unused) {
        if (type.getSuperBound() != null) {
            return WildcardTypeName.supertypeOf(name(type.getSuperBound()));
        }
        return type.getExtendsBound() == null
                ? WildcardTypeName.subtypeOf(Object.class)
                : WildcardTypeName.subtypeOf(name(type.getExtendsBound()));
    }
}
