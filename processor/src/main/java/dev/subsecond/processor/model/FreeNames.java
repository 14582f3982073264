package dev.subsecond.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Names for what a stub adds to the user's own names. */
public final class FreeNames {

    private FreeNames() {}

    /** The wanted name, or the next best one that is not taken. */
    public static String free(String wanted, Collection<String> taken) {
        String name = wanted;
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    /**
     * What neither a parameter nor a type parameter of a stub may be called, because it would hide a class that the stub's body
     * names: in an expression a variable wins over a class, and a type variable wins over a nested class.
     */
    static Set<String> reserved(TypeElement owner) {
        Set<String> reserved = new HashSet<>();
        reserved.add(KnownNames.HOLDER);
        reserved.add(KnownNames.SUBSECOND.simpleName());
        reserved.add(KnownNames.STUB_LINKER.simpleName());
        reserved.add(ClassName.get(owner).topLevelClassName().simpleName());
        return reserved;
    }
}
