package dev.subsecond.devserver.watch;

/** What is watched: what people write, or what another compiler makes of it. */
public enum FileKind {
    SOURCE(".java"),
    CLASS(".class");

    private final String suffix;

    FileKind(String suffix) {
        this.suffix = suffix;
    }

    /** How the names of such files end. */
    public String suffix() {
        return suffix;
    }

    /** Whether a file with this name is one of them; a module's declaration is not: the program runs on the class path. */
    public boolean includes(String fileName) {
        return fileName.endsWith(suffix) && !fileName.equals("module-info" + suffix);
    }
}
