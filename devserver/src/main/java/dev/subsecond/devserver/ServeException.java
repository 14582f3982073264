package dev.subsecond.devserver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dev server did not start. The message is a sentence with the way out. Nothing is left running. */
public final class ServeException extends Exception {

    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final transient List<ServeEvent.SourceDiagnostic> diagnostics;

    ServeException(Problem problem, String message) {
        this(problem, message, List.of(), null);
    }

    ServeException(Problem problem, String message, @Nullable Throwable cause) {
        this(problem, message, List.of(), cause);
    }

    ServeException(
            Problem problem, String message, List<ServeEvent.SourceDiagnostic> diagnostics, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** What kind of problem it is. */
    public Problem problem() {
        return problem;
    }

    /** The compiler's messages if the sources do not compile; otherwise empty. */
    public List<ServeEvent.SourceDiagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }
}
