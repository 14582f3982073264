package app;

import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * Calls the hot methods of {@link Game}.
 */
@Generated("dev.subsecond.processor.HotProcessor")
@SuppressWarnings({
        "cast",
        "deprecation",
        "exports",
        "overloads",
        "rawtypes",
        "removal",
        "unchecked",
        "varargs"
})
public final class GameHot {
    private GameHot() {
    }

    /**
     * Calls {@link Game#tick(String)}.
     */
    public static void tick(Game self, String world) {
        self.tick(world);
    }

    /**
     * Calls {@link Game#now()}.
     */
    public static long now() {
        return Game.now();
    }
}
