package dev.subsecond.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * The stubs of one class.
 *
 * @param element the user's class
 * @param owner its name
 * @param stub the name of the class to generate
 * @param isPublic whether the user's class, everything around it and all its hot methods are public
 * @param methods the hot methods in source order, never empty
 */
public record HotClass(
        TypeElement element, ClassName owner, ClassName stub, boolean isPublic, List<HotMethod> methods) {

    public HotClass {
        methods = List.copyOf(methods);
    }
}
