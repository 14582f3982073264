package dev.subsecond.runtime.table;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which method of a class, as a stack frame names it, holds which code of which function: the image's methods that patches
 * have changed, and the bodies that patches brought.
 *
 * <p>Adding belongs to the table's lock; reading takes no lock and allocates nothing.
 */
final class FrameCodes {

    /** A method, and its code's function and content. */
    private record Code(
            FunctionKey method,
            Function function,
            long content,
            @Nullable Code next) {

        boolean isOf(String name, String descriptor) {
            return method.name().equals(name) && method.descriptor().equals(descriptor);
        }

        /** Whether it is the function's own method, whose guard leads to the newest code. */
        boolean isEntry() {
            return method.equals(function.key());
        }
    }

    private final Map<Class<?>, Code> byClass = new ConcurrentHashMap<>();

    /** Makes known what the frames of a function that a commit changes run. A second time changes nothing. */
    void add(FunctionUpdate update) {
        Function function = update.function();
        add(function.key(), function, function.address());
        update.versions().forEach((pointer, body) -> add(body, function, pointer));
        Body body = update.body();
        if (body != null) {
            add(body, function, update.content());
        }
    }

    private void add(Body body, Function function, long content) {
        FunctionKey method = body.method();
        if (method != null) {
            add(method, function, content);
        }
    }

    private void add(FunctionKey method, Function function, long content) {
        Code first = byClass.get(method.owner());
        for (Code c = first; c != null; c = c.next()) {
            if (c.function() == function && c.isOf(method.name(), method.descriptor())) {
                return;
            }
        }
        byClass.put(method.owner(), new Code(method, function, content, first));
    }

    /** A constructor is never stale: it cannot be begun again. */
    FrameCode of(Class<?> declaring, String name, String descriptor) {
        FrameCode found = FrameCode.UNKNOWN;
        for (Code c = byClass.get(declaring); c != null; c = c.next()) {
            if (c.isOf(name, descriptor)) {
                if (c.function().key().isConstructor() || c.function().content() == c.content()) {
                    return FrameCode.CURRENT;
                }
                found = FrameCode.STALE;
            }
        }
        return found;
    }

    /** Whether a method holds code of the function whose own method is {@code entry}. */
    boolean isBodyOf(FunctionKey body, FunctionKey entry) {
        Function function = entry(entry.owner(), entry.name(), entry.descriptor());
        for (Code c = function == null ? null : byClass.get(body.owner()); c != null; c = c.next()) {
            if (c.function() == function && c.method().equals(body) && !c.isEntry()) {
                return true;
            }
        }
        return false;
    }

    /** The function of that very method, if a patch has changed or added it. */
    @Nullable
    Function entry(Class<?> declaring, String name, String descriptor) {
        for (Code c = byClass.get(declaring); c != null; c = c.next()) {
            if (c.isOf(name, descriptor) && c.isEntry()) {
                return c.function();
            }
        }
        return null;
    }
}
