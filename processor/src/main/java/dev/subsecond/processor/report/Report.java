package dev.subsecond.processor.report;

import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * What a check found out about one subject, in the order in which it is to be read.
 *
 * @param findings unmodifiable
 */
public record Report(List<Finding> findings) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** A report of what several checks found. */
    public static Report of(Stream<Finding> findings) {
        return new Report(findings.toList());
    }

    /** Whether nothing of the subject may be generated. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.problem().kind() == Diagnostic.Kind.ERROR);
    }
}
