package dev.subsecond.devserver;

/** Why a dev server did not start. */
public enum Problem {
    /** This Java has no compiler: it is a runtime environment, not a development kit. */
    NO_COMPILER,
    /** A source directory or a class path entry does not exist, or is a file where a directory is needed. */
    MISSING_DIRECTORY,
    /** A class path entry is there, but is nothing that classes can be found in. */
    BAD_CLASS_PATH,
    /** The source directories hold no Java source. */
    NO_SOURCES,
    /** The sources do not compile; the diagnostics say where. */
    COMPILE_FAILED,
    /** The main class is not among the compiled classes, or cannot be started. */
    NO_MAIN_CLASS,
    /** The compiled classes could not be made ready to run. */
    IMAGE_FAILED,
    /** The program or the server's socket could not be started. */
    LAUNCH_FAILED
}
