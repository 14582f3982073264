package dev.subsecond.devserver.compile;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What the compiler or a processor said.
 *
 * @param error whether it stopped the compilation
 * @param file path of the source, or empty
 * @param line counted from 1; 0 if unknown
 * @param column counted from 1; 0 if unknown
 * @param text the message alone
 * @param rendered as javac prints it, with source line and caret
 */
public record CompilerMessage(boolean error, String file, long line, long column, String text, String rendered) {

    /** An error that has no place in a source. */
    public static CompilerMessage failure(String file, String text) {
        String rendered = file.isEmpty() ? "error: " + text : file + ": error: " + text;
        return new CompilerMessage(true, file, 0, 0, text, rendered);
    }

    static CompilerMessage of(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        return new CompilerMessage(
                diagnostic.getKind() == Diagnostic.Kind.ERROR,
                source == null ? "" : source.getName(),
                Math.max(0, diagnostic.getLineNumber()),
                Math.max(0, diagnostic.getColumnNumber()),
                diagnostic.getMessage(Locale.ROOT),
                diagnostic.toString());
    }
}
