package dev.subsecond.thinlink.reach;

import dev.subsecond.thinlink.diff.RunningClass;
import dev.subsecond.thinlink.model.ClassFile;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the program runs at one moment: the image, and what patches have made of some of its classes. */
public interface RunningCode {

    /** Internal names of the classes that may run other code than the image's, those that are new included. */
    Set<String> patched();

    /** What runs of one of {@link #patched}. */
    RunningClass running(String internalName);

    /** What one of {@link #patched} was in the image; null if it is new. */
    @Nullable
    RunningClass image(String internalName);

    /** A class that is not the program's own; empty if there is none. */
    Optional<ClassFile> library(String internalName);
}
