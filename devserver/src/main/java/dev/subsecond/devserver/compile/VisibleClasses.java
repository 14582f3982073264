package dev.subsecond.devserver.compile;

import java.util.List;

/** The program's classes that a compilation may refer to without compiling them. */
@FunctionalInterface
interface VisibleClasses {

    /** Those in exactly this package. */
    List<ClassObject> inPackage(String packageName);
}
