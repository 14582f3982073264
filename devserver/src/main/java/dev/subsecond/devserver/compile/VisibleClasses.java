package dev.subsecond.devserver.compile;

import java.util.List;
import java.util.Set;

/** The program's classes that a compilation may refer to without compiling them. */
interface VisibleClasses {

    /** Those in exactly this package. */
    List<ClassObject> inPackage(String packageName);

    /**
     * Binary names of the classes in this package that the program's sources have, or had: a library with such a class is
     * an older build of the same sources, whose class must not take the place of one that was deleted.
     */
    Set<String> ownInPackage(String packageName);
}
