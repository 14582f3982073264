package dev.subsecond.devserver;

import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.Linker;
import java.util.Map;

/** Makes the linker of one running image; called again after each restart. */
@FunctionalInterface
public interface LinkerFactory {

    /**
     * Makes a linker.
     *
     * @param buildId the build the program was started from
     * @param image the class files the program was started from, not prepared, by binary name
     * @param libraries what else is on the program's class path, and the JDK
     */
    Linker create(String buildId, Map<String, byte[]> image, ClassSource libraries);
}
