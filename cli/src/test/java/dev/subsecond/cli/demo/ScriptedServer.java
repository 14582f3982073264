package dev.subsecond.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Stands in for the command line: prints the events it was given as arguments, one an argument, then waits for the end
 * of its input. What the demo adds, from {@code serve} on, is ignored.
 */
final class ScriptedServer {
    private ScriptedServer() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line : List.of(args).subList(0, List.of(args).indexOf("serve"))) {
            out.println(line);
        }
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
}
