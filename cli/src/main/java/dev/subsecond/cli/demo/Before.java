package dev.subsecond.cli.demo;

import java.util.function.Predicate;

/** Remembers the last caption that did not show an edit yet. */
final class Before {
    private Caption caption;

    Before(Observer observer) {
        caption = observer.last();
    }

    Caption caption() {
        return caption;
    }

    /** True for the first caption that shows the edit; keeps those before it. */
    Predicate<Caption> until(Edit edit) {
        return seen -> {
            boolean shows = edit.showsIn(seen);
            if (!shows) {
                caption = seen;
            }
            return shows;
        };
    }
}
