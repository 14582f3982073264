package dev.subsecond.thinlink.link;

import dev.subsecond.thinlink.model.ClassFile;
import dev.subsecond.thinlink.reach.ImageIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The program's classes below a type, by the newest sources. Costs what there is below it, not what there is in the program. */
final class Subtypes {

    private final ImageIndex image;

    /** The direct supertypes of the classes that were compiled since the program started, and of those that patches added. */
    private final Map<String, List<String>> newest = new HashMap<>();

    Subtypes(ImageIndex image) {
        this.image = image;
    }

    /** {@code c} is what the newest sources have of a class. */
    void put(ClassFile c) {
        List<String> above = new ArrayList<>(c.node().interfaces);
        if (c.node().superName != null) {
            above.add(c.node().superName);
        }
        newest.put(c.name(), above);
    }

    /** The newest sources have no other version of the class than the image. */
    void forget(String name) {
        newest.remove(name);
    }

    /** The names of all classes below {@code type}. */
    Set<String> of(String type) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(direct(type));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (found.add(name)) {
                open.addAll(direct(name));
            }
        }
        return found;
    }

    private List<String> direct(String type) {
        List<String> found = new ArrayList<>(image.subtypes(type));
        found.removeAll(newest.keySet());
        newest.forEach((name, above) -> {
            if (above.contains(type)) {
                found.add(name);
            }
        });
        return found;
    }
}
