package dev.subsecond.runtime;

import dev.subsecond.runtime.link.HotTarget;

/** Handles of functions whose arity is known only while the program runs. */
final class HotHandles {

    private HotHandles() {}

    static HotFunction of(HotTarget target) {
        int arity = target.invoker().type().parameterCount();
        return switch (arity) {
            case 0 -> HotFn0.of(target);
            case 1 -> HotFn1.of(target);
            case 2 -> HotFn2.of(target);
            case 3 -> HotFn3.of(target);
            case 4 -> HotFn4.of(target);
            case 5 -> HotFn5.of(target);
            case 6 -> HotFn6.of(target);
            case 7 -> HotFn7.of(target);
            case 8 -> HotFn8.of(target);
            case 9 -> HotFn9.of(target);
            default -> throw new IllegalArgumentException(target.name() + " takes " + arity + " values; 9 is the most");
        };
    }
}
