package dev.subsecond.cli.output;

import dev.subsecond.devserver.ServeEvent;
import dev.subsecond.devserver.ServeException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One JSON object a line, in UTF-8, on standard output. */
public final class JsonOutput implements EventOutput {
    private final Console console;
    private final PrintStream lines;

    public JsonOutput(Console console) {
        this.console = console;
        this.lines = new PrintStream(console.out(), false, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void accept(ServeEvent event) {
        lines.print(JsonEvents.toJson(event) + "\n");
        lines.flush();
    }

    /** Compiler messages are an event here too; whatever it was, the sentence goes to standard error. */
    @Override
    public void failed(ServeException problem) {
        if (!problem.diagnostics().isEmpty()) {
            accept(new ServeEvent.CompileError(problem.diagnostics()));
        }
        console.complain("subsecond: " + problem.getMessage());
    }
}
