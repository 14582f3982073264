package app;

import dev.subsecond.annotations.Hot;

/** Remembers how often it was played. */
final class Game {
    private int plays;

    @Hot
    String play(String with) {
        plays++;
        return "played " + with + " " + plays;
    }
}
