package dev.subsecond.edits;

import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** Keeps what one compilation writes, classes and generated sources, in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, MemoryFile> written = new HashMap<>();

    MemoryFiles(JavaFileManager libraries) {
        super(libraries);
    }

    /** The class files written, by binary name. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new HashMap<>();
        written.forEach((name, file) -> classes.put(name, file.bytes()));
        return classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        MemoryFile file = new MemoryFile(className.replace('.', '/') + kind.extension, kind);
        if (kind == JavaFileObject.Kind.CLASS) {
            written.put(className, file);
        }
        return file;
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a == b || (!(a instanceof MemoryFile) && !(b instanceof MemoryFile) && super.isSameFile(a, b));
    }

    /** The files that other compilations share stay open. */
    @Override
    public void close() {}
}
