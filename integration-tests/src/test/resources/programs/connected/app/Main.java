package app;

import dev.subsecond.runtime.Connection;
import dev.subsecond.runtime.Devtools;
import dev.subsecond.runtime.Subsecond;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Connects by itself, and answers each line of its input with what its hot function makes of it. */
public final class Main {
    public static void main(String[] args) throws IOException {
        Connection connection = Devtools.connect();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        Game game = new Game();
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(line.equals("loaders") ? loaders() : GameHot.play(game, line));
        }
        connection.close();
    }

    /** What loaded the program, and what the runtime. */
    private static String loaders() {
        return name(Main.class) + " " + name(Subsecond.class);
    }

    private static String name(Class<?> type) {
        return type.getClassLoader().getClass().getSimpleName();
    }
}
