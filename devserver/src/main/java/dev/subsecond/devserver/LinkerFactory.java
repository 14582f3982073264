package dev.subsecond.devserver;

import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.Linker;
import dev.subsecond.thinlink.ThinLinker;
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

    /**
     * Makes a linker for a process of the same build whose classes were not prepared.
     *
     * @param buildId the build that the process says it runs
     * @param image the class files of that build by binary name
     * @param libraries what else is on the class path, and the JDK
     */
    default Linker createUnprepared(String buildId, Map<String, byte[]> image, ClassSource libraries) {
        return new ThinLinker(buildId, image, ImageKind.UNPREPARED, libraries);
    }
}
