package app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Answers what it is told, until it is told to quit. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            System.out.println(answer(line));
        }
    }

    private static String answer(String text) {
        return "you said " + text;
    }
}
