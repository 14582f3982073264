package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A virtual method that patches added: it exists in the table only and dispatches on its receiver's class.
 *
 * <p>Its members and its site belong to the table's lock.
 */
public final class Family {

    private final String id;
    private final String name;
    private final MutableCallSite site;

    private final Past<Map<Class<?>, MethodHandle>> past = new Past<>();
    private Map<Class<?>, MethodHandle> members = Map.of();
    private MethodHandle target;

    /**
     * A family without members.
     *
     * @param id its address
     * @param name the method's name and descriptor, for the error of a receiver that is no member
     * @param type its type, receiver first
     */
    public Family(String id, String name, MethodType type) {
        this.id = id;
        this.name = name;
        this.target = FamilyDispatch.of(name, type, Map.of());
        this.site = new MutableCallSite(target);
    }

    /** Its type, receiver first. */
    public MethodType type() {
        return site.type();
    }

    /** Whether it is the virtual method {@code method}, as its class declares or inherits it. */
    boolean has(FunctionKey method) {
        Class<?> root = type().parameterType(0);
        return root.isAssignableFrom(method.owner())
                && name.equals(root.getName() + "." + method.name() + method.descriptor());
    }

    MutableCallSite site() {
        return site;
    }

    /** The members after {@code update}. */
    Map<Class<?>, MethodHandle> next(FamilyUpdate update) {
        Map<Class<?>, MethodHandle> merged = new HashMap<>(members);
        merged.keySet().removeAll(update.leaving());
        merged.putAll(update.members());
        return merged;
    }

    /** The members in an earlier generation; null if the family did not exist then, which no code of that time notices. */
    @Nullable
    Map<Class<?>, MethodHandle> in(long generation) {
        return past.in(generation);
    }

    /**
     * Collects what new members do to the site. No call sees them before the phase says so.
     *
     * @return makes them the family's members
     */
    Runnable stage(Map<Class<?>, MethodHandle> next, Phase phase, List<SiteChange> changes) {
        MethodHandle after = FamilyDispatch.of(name, type(), next);
        changes.add(new SiteChange(site, phase.between(id, target, after), after));
        return () -> {
            members = next;
            target = after;
        };
    }

    /** Prepares to remember the members from {@code generation} on. */
    Runnable remember(long generation, Map<Class<?>, MethodHandle> next) {
        return past.begin(generation, next);
    }
}
