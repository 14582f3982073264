package dev.subsecond.processor;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where classes of the test's own class path come from. */
final class ClassPaths {

    private ClassPaths() {}

    /** The jar or folder of a class. */
    static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
