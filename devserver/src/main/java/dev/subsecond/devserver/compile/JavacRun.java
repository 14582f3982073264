package dev.subsecond.devserver.compile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one run of javac gave.
 *
 * @param messages errors and warnings, in javac's order
 * @param texts of the sources that were compiled, generated ones included
 * @param classes class files by binary name; empty if there was an error
 * @param classSources the source of each class
 * @param generated text of the sources that processors wrote in this run
 * @param resources resources that processors wrote, by path
 * @param facts of each source that was compiled, generated ones included
 * @param shapes {@link AnnotatedShape} of each source that was given
 * @param origins the source that made a processor write another one, where the compiler told
 * @param declared binary names of the types that the sources declare; empty if they cannot be parsed
 */
record JavacRun(
        List<CompilerMessage> messages,
        Map<SourceId, String> texts,
        Map<String, byte[]> classes,
        Map<String, SourceId> classSources,
        Map<SourceId, String> generated,
        Map<String, byte[]> resources,
        Map<SourceId, SourceFacts> facts,
        Map<SourceId, String> shapes,
        Map<SourceId, SourceId> origins,
        Set<String> declared) {

    /** A run without sources. */
    static final JavacRun NOTHING = new JavacRun(
            List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    boolean failed() {
        return messages.stream().anyMatch(CompilerMessage::error);
    }

    List<CompilerMessage> errors() {
        return messages.stream().filter(CompilerMessage::error).toList();
    }

    List<CompilerMessage> warnings() {
        return messages.stream().filter(message -> !message.error()).toList();
    }
}
