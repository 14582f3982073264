package dev.subsecond.processor.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Gives the handles and constants of one stub class names that no other member has. The first hot method in source order
 * gets the plain name; a later one gives way.
 */
final class NameTable {

    /** What a class cannot declare as a static method without parameters, because {@code Object} has it. */
    private static final List<String> OF_OBJECT =
            List.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Erasures erasures;
    private final Map<String, Integer> overloads = new HashMap<>();
    private final Set<String> methods = new HashSet<>(OF_OBJECT);
    private final Set<String> constants = new HashSet<>();

    NameTable(Erasures erasures, List<ExecutableElement> hotMethods) {
        this.erasures = erasures;
        for (ExecutableElement method : hotMethods) {
            overloads.merge(simpleName(method), 1, Integer::sum);
            if (canBeCalledWithNothing(method)) {
                methods.add(simpleName(method));
            }
        }
    }

    /** Takes names for a method; each method asks once. */
    MemberNames names(ExecutableElement method) {
        String base = baseName(method);
        String wanted = takesNothing(method) ? base + "Fn" : base;
        String handle = wanted;
        while (!methods.add(handle)) {
            handle += "Fn";
        }
        return new MemberNames(handle, wanted, constant(method));
    }

    private String baseName(ExecutableElement method) {
        String name = simpleName(method);
        if (overloads.getOrDefault(name, 0) < 2 || method.getParameters().isEmpty()) {
            return name;
        }
        return method.getParameters().stream()
                .map(parameter -> erasures.simpleName(parameter.asType()).replace("[]", "_Array"))
                .collect(Collectors.joining("_", name + "_", ""));
    }

    /**
     * Holds the signature: when an edit changes that, the constants are new ones, so that the running class links them, while
     * code from before the edit goes on with its own.
     */
    private String constant(ExecutableElement method) {
        String words = simpleName(method).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
        String stem = "%s_%08X"
                .formatted(
                        words.toUpperCase(Locale.ROOT), erasures.linkage(method).hashCode());
        while (!takeConstants(new MemberNames("", "", stem))) {
            stem += "_";
        }
        return stem;
    }

    private boolean takeConstants(MemberNames names) {
        Set<String> wanted = Set.of(names.target(), names.invoker(), names.function());
        if (wanted.stream().anyMatch(constants::contains)) {
            return false;
        }
        return constants.addAll(wanted);
    }

    private static boolean takesNothing(ExecutableElement method) {
        return method.getParameters().isEmpty() && method.getModifiers().contains(Modifier.STATIC);
    }

    /** A call without arguments would find a handle before it found a stub with a variable number of them. */
    private static boolean canBeCalledWithNothing(ExecutableElement method) {
        boolean onlyVariable = method.isVarArgs() && method.getParameters().size() == 1;
        return method.getModifiers().contains(Modifier.STATIC)
                && (method.getParameters().isEmpty() || onlyVariable);
    }

    private static String simpleName(ExecutableElement method) {
        return method.getSimpleName().toString();
    }
}
