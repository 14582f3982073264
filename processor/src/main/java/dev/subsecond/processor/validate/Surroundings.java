package dev.subsecond.processor.validate;

import dev.subsecond.processor.model.KnownNames;
import dev.subsecond.processor.model.StubNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What else is in the compilation: its source classes, the stub classes so far, and whether the runtime can be seen. */
public final class Surroundings {

    private final Elements elements;
    private final boolean needsRuntime;
    private final Set<String> sources = new HashSet<>();
    private final Map<String, String> owners = new HashMap<>();

    /** @param needsRuntime false for release stubs, which refer to no runtime */
    public Surroundings(Elements elements, boolean needsRuntime) {
        this.elements = elements;
        this.needsRuntime = needsRuntime;
    }

    /** Takes note of a round's source classes. */
    public void addSources(Set<? extends Element> roots) {
        for (Element root : roots) {
            if (root instanceof TypeElement type) {
                sources.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Takes note that a class's stub class is being generated. */
    public void claim(TypeElement owner) {
        owners.put(StubNames.of(owner).canonicalName(), owner.getQualifiedName().toString());
    }

    /**
     * Who has the name of a class's stub class already, as the end of a sentence. Earlier output of the processor on the class
     * path does not count: it is about to be replaced.
     */
    Optional<String> takenBy(TypeElement owner) {
        String stub = StubNames.of(owner).canonicalName();
        if (owners.containsKey(stub)) {
            return Optional.of(", with the stubs of " + owners.get(stub));
        }
        return sources.contains(stub) ? Optional.of(" among the sources") : Optional.empty();
    }

    /** Whether the stubs of that class would find what they call. */
    boolean hasRuntime(TypeElement owner) {
        return !needsRuntime
                || elements.getTypeElement(elements.getModuleOf(owner), KnownNames.SUBSECOND.canonicalName()) != null;
    }
}
