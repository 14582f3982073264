package dev.subsecond.cli.output;

import java.util.Map;

/** Colours by meaning. The plain palette leaves every text as it is. */
public final class Palette {
    private static final String RESET = "\033[0m";

    private final boolean colored;

    private Palette(boolean colored) {
        this.colored = colored;
    }

    /** No colours at all. */
    public static Palette plain() {
        return new Palette(false);
    }

    /** ANSI colours. */
    public static Palette colored() {
        return new Palette(true);
    }

    /** Colours if the output is a terminal that has them and the user did not set {@code NO_COLOR}. */
    public static Palette of(boolean terminal, Map<String, String> environment) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        return new Palette(terminal && !refused && !dumb);
    }

    public boolean isColored() {
        return colored;
    }

    public String good(String text) {
        return paint("\033[32m", text);
    }

    public String bad(String text) {
        return paint("\033[31m", text);
    }

    public String notice(String text) {
        return paint("\033[33m", text);
    }

    public String strong(String text) {
        return paint("\033[1m", text);
    }

    public String faint(String text) {
        return paint("\033[2m", text);
    }

    private String paint(String color, String text) {
        return colored ? color + text + RESET : text;
    }
}
