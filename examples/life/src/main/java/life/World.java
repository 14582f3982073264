package life;

import java.util.List;
import java.util.Random;

/** A field of cells whose edges are joined: what leaves on the right comes back on the left. */
final class World {
    private final long seed;
    private boolean[][] cells;

    private World(long seed, boolean[][] cells) {
        this.seed = seed;
        this.cells = cells;
    }

    /** A world in which every third cell or so is alive; the same seed always gives the same world. */
    static World soup(int width, int height, long seed) {
        Random random = new Random(seed);
        boolean[][] cells = new boolean[height][width];
        for (boolean[] row : cells) {
            for (int x = 0; x < width; x++) {
                row[x] = random.nextInt(3) == 0;
            }
        }
        return new World(seed, cells);
    }

    /** The world of a picture in which an {@code o} is alive; all lines are as long as the first. */
    static World of(String picture) {
        List<String> lines = picture.lines().toList();
        boolean[][] cells = new boolean[lines.size()][lines.get(0).length()];
        for (int y = 0; y < cells.length; y++) {
            for (int x = 0; x < cells[y].length; x++) {
                cells[y][x] = lines.get(y).charAt(x) == 'o';
            }
        }
        return new World(0, cells);
    }

    /** The number this world was made from. */
    long seed() {
        return seed;
    }

    int width() {
        return cells[0].length;
    }

    int height() {
        return cells.length;
    }

    boolean isAlive(int x, int y) {
        return cells[Math.floorMod(y, height())][Math.floorMod(x, width())];
    }

    int population() {
        int alive = 0;
        for (boolean[] row : cells) {
            for (boolean cell : row) {
                alive += cell ? 1 : 0;
            }
        }
        return alive;
    }

    /** Moves every cell to its next state at once. */
    void advance() {
        boolean[][] next = new boolean[height()][width()];
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                next[y][x] = survives(x, y);
            }
        }
        cells = next;
    }

    /** The rule of Life: alive next is who has three neighbours, or has two and is alive now. */
    private boolean survives(int x, int y) {
        int neighbours = neighbours(x, y);
        return neighbours == 3 || (neighbours == 2 && isAlive(x, y));
    }

    private int neighbours(int x, int y) {
        int alive = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if ((dx != 0 || dy != 0) && isAlive(x + dx, y + dy)) {
                    alive++;
                }
            }
        }
        return alive;
    }
}
