package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of one kind that each class of the program mentions. Those of the image, which never change, are read once. */
final class Mentions {

    private final Function<ClassFile, Set<String>> inCompiled;
    private final Function<byte[], Set<String>> inImage;
    private final Map<String, Set<String>> ofImage = new HashMap<>();

    Mentions(Function<ClassFile, Set<String>> inCompiled, Function<byte[], Set<String>> inImage) {
        this.inCompiled = inCompiled;
        this.inImage = inImage;
    }

    /**
     * What a class mentions by the newest sources.
     *
     * @param compiled the class as it was compiled last; null if it is as in the image
     * @param image its class file in the image; null if it is a new class
     */
    Set<String> of(String name, @Nullable ClassFile compiled, byte @Nullable [] image) {
        if (compiled != null) {
            return inCompiled.apply(compiled);
        }
        return image == null ? Set.of() : ofImage.computeIfAbsent(name, n -> inImage.apply(image));
    }
}
