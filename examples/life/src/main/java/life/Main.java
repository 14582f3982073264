package life;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Plays one game for ever, five generations a second.
 *
 * <p>With {@code --draw} the picture is drawn in place, in a terminal; otherwise each generation is one line of text.
 * The hot functions are called through {@code GameHot}, which the processor writes.
 */
public final class Main {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final String CLEAR = "\033[2J";
    private static final String TOP_LEFT = "\033[H";
    private static final String END_OF_LINE = "\033[K\n";

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        boolean draw = List.of(args).contains("--draw");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Game game = new Game(World.soup(64, 20, new Random().nextInt(10_000)));
        if (draw) {
            out.print(CLEAR);
        }
        while (true) {
            out.print(draw ? frame(game) : GameHot.caption(game) + "\n");
            out.flush();
            GameHot.step(game);
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Picture and caption over the previous ones; what others print below stays there. */
    private static String frame(Game game) {
        String text = GameHot.render(game) + GameHot.caption(game) + "\n";
        return TOP_LEFT + text.replace("\n", END_OF_LINE);
    }
}
