package dev.subsecond.devserver.compile;

import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Collects what javac says, except notes. */
final class MessageCollector implements DiagnosticListener<JavaFileObject> {

    private final List<CompilerMessage> messages = new ArrayList<>();

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
            messages.add(CompilerMessage.of(diagnostic));
        }
    }

    void add(CompilerMessage message) {
        messages.add(message);
    }

    boolean hasErrors() {
        return messages.stream().anyMatch(CompilerMessage::error);
    }

    List<CompilerMessage> messages() {
        return List.copyOf(messages);
    }
}
