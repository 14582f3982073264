package app;

import dev.subsecond.annotations.Hot;
import dev.subsecond.annotations.OnPatch;
import dev.subsecond.runtime.PatchEvent;

final class Game {

    @Hot
    static String tick(String player) {
        return word() + " " + player;
    }

    private static String word() {
        return "tick";
    }

    @OnPatch
    static void migrate(PatchEvent event) {
        Say.always("migrated at " + event.generation());
    }
}
