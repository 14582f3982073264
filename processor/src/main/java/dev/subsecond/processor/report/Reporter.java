package dev.subsecond.processor.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The one place that speaks to javac. */
public final class Reporter {

    private final Messager messager;

    public Reporter(Messager messager) {
        this.messager = messager;
    }

    /** Prints all findings of a report. */
    public void print(Report report) {
        report.findings().forEach(this::print);
    }

    /** Prints one finding as near to its cause as javac allows. */
    public void print(Finding finding) {
        messager.printMessage(finding.problem().kind(), finding.message(), finding.element(), finding.annotation());
    }

    /**
     * Turns a failure of the processor into a compile error: thrown into javac it would end the compilation with a trace
     * that names javac's classes, and would hide what the user can do.
     *
     * @param subject what was being worked on, or null if nothing in particular
     */
    public void crash(@Nullable Element subject, Throwable failure) {
        String name = subject == null ? "this compilation" : subject.toString();
        String message = Problem.INTERNAL.message(name, trace(failure));
        print(new Finding(Problem.INTERNAL, message, subject, null));
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
