package dev.subsecond.thinlink.model;

import java.util.Optional;

/** One consistent set of classes: what is loaded, or what the newest sources say. */
@FunctionalInterface
public interface ClassView {

    /** Finds a class of the program, the libraries or the JDK by its internal name. */
    Optional<ClassFile> find(String internalName);
}
