package app;

import dev.subsecond.runtime.HotFn2;
import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.Subsecond;

/** Asks the handles of hot functions all the time, and prints what changed. */
public final class Main {
    private static final HotFn2<Game, String, String> TICK = GameHot.tick();
    private static final HotFnPtr IMAGE = TICK.ptrAddress();

    public static void main(String[] args) throws InterruptedException {
        Subsecond.registerHandler(event -> System.out.println(
                "handler " + event.generation() + " " + event.functions().size()));
        Game game = new Game();
        System.out.println("name " + TICK.name());
        System.out.println("image " + IMAGE);
        System.out.println("unknown " + ofUnknownPointer(game));
        String shown = "";
        while (true) {
            String line = describe(game);
            if (!line.equals(shown)) {
                System.out.println(line);
            }
            shown = line;
            Thread.sleep(10);
        }
    }

    /** All before the generation may belong to an older one, if a patch comes in between; then the next line is right. */
    private static String describe(Game game) {
        int before = game.ticks();
        String line = GameHot.tick(game, "stub") + "; " + TICK.call(game, "call") + "; "
                + TICK.tryCallWithPtr(IMAGE, game, "image") + "; twice " + GameHot.twice(2) + "; ticks "
                + (game.ticks() - before);
        return line + "; version " + TICK.version() + "; generation " + Subsecond.generation() + "; pointer "
                + (TICK.ptrAddress().equals(IMAGE) ? "of the image" : TICK.ptrAddress());
    }

    private static String ofUnknownPointer(Game game) {
        try {
            return TICK.tryCallWithPtr(new HotFnPtr(-42), game, "x");
        } catch (IllegalArgumentException e) {
            return e.getClass().getSimpleName();
        }
    }
}
