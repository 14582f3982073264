package app;

import dev.subsecond.annotations.Hot;

final class Game {
    private int ticks;

    @Hot
    String tick(String player) {
        ticks++;
        return "tick " + player;
    }

    @Hot
    static int twice(int number) {
        return number * 2;
    }

    int ticks() {
        return ticks;
    }
}
