package life;

import dev.subsecond.annotations.Hot;

/**
 * The running game: its world, and how many generations the world has seen.
 *
 * <p>This is the file to edit while the program runs. Change what a cell looks like, what the caption says, what a step
 * does; the world and the count stay as they are.
 */
final class Game {
    private final World world;
    private long generation;

    Game(World world) {
        this.world = world;
    }

    /** One generation passes. */
    @Hot
    void step() {
        world.advance();
        generation++;
    }

    /** The line below the picture. */
    @Hot
    String caption() {
        String cells = world.population() + " alive";
        return "world " + world.seed() + ": generation " + generation + ", " + cells;
    }

    /** The picture, one character a cell. */
    @Hot
    String render() {
        StringBuilder picture = new StringBuilder();
        for (int y = 0; y < world.height(); y++) {
            for (int x = 0; x < world.width(); x++) {
                picture.append(world.isAlive(x, y) ? 'o' : ' ');
            }
            picture.append('\n');
        }
        return picture.toString();
    }
}
