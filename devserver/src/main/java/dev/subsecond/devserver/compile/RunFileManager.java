package dev.subsecond.devserver.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The file manager of one run of javac: shows it the program's classes, and keeps in memory what it writes. */
final class RunFileManager extends ForwardingJavaFileManager<JavaFileManager> {

    private final VisibleClasses visible;
    private final Map<String, Output> classes = new TreeMap<>();
    private final Map<String, Output> sources = new TreeMap<>();
    private final Map<String, Output> resources = new TreeMap<>();
    private final Map<SourceId, SourceId> origins = new HashMap<>();

    RunFileManager(JavaFileManager libraries, VisibleClasses visible) {
        super(libraries);
        this.visible = visible;
    }

    /** Class files by binary name. */
    Map<String, Output> classes() {
        return classes;
    }

    /** Generated sources by binary name. */
    Map<String, Output> sources() {
        return sources;
    }

    /** Resources that processors wrote, by path; those that they only looked for are left out. */
    Map<String, Output> resources() {
        Map<String, Output> written = new TreeMap<>(resources);
        written.values().removeIf(resource -> !resource.written);
        return written;
    }

    /** The one source that made a processor write a source; the compiler tells since 18. */
    Map<SourceId, SourceId> origins() {
        return origins;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Iterable<JavaFileObject> libraries = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS)) {
            return libraries;
        }
        List<JavaFileObject> all = new ArrayList<>(visible.inPackage(packageName));
        Set<String> own = visible.ownInPackage(packageName);
        libraries.forEach(library -> {
            if (library.getKind() == JavaFileObject.Kind.CLASS
                    && (own.isEmpty() || !own.contains(super.inferBinaryName(location, library)))) {
                all.add(library);
            }
        });
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassObject own ? own.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        boolean source = kind == JavaFileObject.Kind.SOURCE;
        URI uri = source ? SourceId.generated(className).uri() : ClassObject.uri(className);
        Output output = new Output(uri, kind, sibling == null ? null : SourceId.of(sibling.toUri()));
        (source ? sources : classes).put(className, output);
        return output;
    }

    /** Called since 18, where it overrides a method of the interface. */
    @SuppressWarnings("MissingOverride")
    public JavaFileObject getJavaFileForOutputForOriginatingFiles(
            Location location, String className, JavaFileObject.Kind kind, FileObject... originatingFiles) {
        FileObject only = originatingFiles.length == 1 ? originatingFiles[0] : null;
        if (only instanceof JavaFileObject file && file.getKind() == JavaFileObject.Kind.SOURCE) {
            origins.put(SourceId.generated(className), SourceId.of(only.toUri()));
        }
        boolean compiled = kind == JavaFileObject.Kind.CLASS && only != null;
        return getJavaFileForOutput(location, className, kind, compiled ? only : null);
    }

    @Override
    public FileObject getFileForOutput(
            Location location, String packageName, String relativeName, @Nullable FileObject sibling) {
        String path = packageName.isEmpty() ? relativeName : packageName.replace('.', '/') + "/" + relativeName;
        // A processor that asks what there is gets an object for output too, as with files.
        return resources.computeIfAbsent(
                path, name -> new Output(URI.create("memory:///" + name), JavaFileObject.Kind.OTHER, null));
    }

    /** A file that javac or a processor writes and, if it is a source, reads again. */
    static final class Output extends SimpleJavaFileObject {

        private final @Nullable SourceId source;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean written;

        Output(URI uri, Kind kind, @Nullable SourceId source) {
            super(uri, kind);
            this.source = source;
        }

        /** The source that a class file was compiled from, if it is known. */
        @Nullable
        SourceId source() {
            return source;
        }

        byte[] bytes() {
            return content.toByteArray();
        }

        String text() {
            return content.toString(StandardCharsets.UTF_8);
        }

        @Override
        public OutputStream openOutputStream() {
            content.reset();
            written = true;
            return content;
        }

        @Override
        public Writer openWriter() {
            return new OutputStreamWriter(openOutputStream(), StandardCharsets.UTF_8);
        }

        @Override
        public InputStream openInputStream() throws IOException {
            if (!written) {
                throw new NoSuchFileException(getName());
            }
            return new ByteArrayInputStream(bytes());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            if (!written) {
                throw new NoSuchFileException(getName());
            }
            return text();
        }
    }
}
