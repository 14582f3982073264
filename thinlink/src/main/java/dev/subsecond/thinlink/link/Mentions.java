package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which classes of the program mention a name of one kind. The image, which never changes, is read once, when something is first
 * asked; then the cost follows the number of classes that were compiled since.
 */
final class Mentions {

    private final Map<String, byte[]> image;
    private final Function<byte[], Set<String>> inImage;
    private final Function<ClassFile, Set<String>> inCompiled;
    private @Nullable Map<String, List<String>> ofImage;

    /**
     * Mentions in one program.
     *
     * @param image the image's class files by internal name
     */
    Mentions(
            Map<String, byte[]> image,
            Function<byte[], Set<String>> inImage,
            Function<ClassFile, Set<String>> inCompiled) {
        this.image = image;
        this.inImage = inImage;
        this.inCompiled = inCompiled;
    }

    /**
     * The classes that mention one of {@code wanted} by the newest sources.
     *
     * @param compiled the classes that were compiled since the program started
     */
    Set<String> of(Set<String> wanted, Map<String, ClassFile> compiled) {
        Set<String> found = new HashSet<>();
        if (!wanted.isEmpty()) {
            wanted.forEach(name -> found.addAll(index().getOrDefault(name, List.of())));
            found.removeAll(compiled.keySet());
            compiled.forEach((name, c) -> {
                if (!Collections.disjoint(inCompiled.apply(c), wanted)) {
                    found.add(name);
                }
            });
        }
        return found;
    }

    private Map<String, List<String>> index() {
        Map<String, List<String>> known = ofImage;
        if (known == null) {
            known = new HashMap<>();
            for (Map.Entry<String, byte[]> c : image.entrySet()) {
                for (String mentioned : inImage.apply(c.getValue())) {
                    known.computeIfAbsent(mentioned, x -> new ArrayList<>()).add(c.getKey());
                }
            }
            ofImage = known;
        }
        return known;
    }
}
