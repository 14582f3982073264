package dev.subsecond.devserver.compile;

import java.nio.file.Path;
import java.util.List;

/**
 * What stays the same from one compilation to the next.
 *
 * @param classpath the libraries
 * @param processorPath the annotation processors; none run if it is empty
 * @param options further options for javac
 */
public record CompilerSettings(List<Path> classpath, List<Path> processorPath, List<String> options) {

    /** Copies the lists. */
    public CompilerSettings {
        classpath = List.copyOf(classpath);
        processorPath = List.copyOf(processorPath);
        options = List.copyOf(options);
    }
}
