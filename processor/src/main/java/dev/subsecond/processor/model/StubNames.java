package dev.subsecond.processor.model;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.TypeElement;

/** Where the stubs of a class are generated. */
public final class StubNames {

    private StubNames() {}

    /** {@code app.GameHot} for {@code app.Game}, {@code app.Outer_InnerHot} for {@code app.Outer.Inner}. */
    public static ClassName of(TypeElement owner) {
        ClassName name = ClassName.get(owner);
        return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + "Hot");
    }
}
