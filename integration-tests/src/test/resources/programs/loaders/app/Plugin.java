package app;

import java.util.function.Supplier;

/** Counts how often it was asked since the text last changed; each loader has its own count. */
public final class Plugin implements Supplier<String> {
    private static int asked;

    @Override
    public String get() {
        asked++;
        return PluginWords.word() + " " + (asked > 0);
    }
}
