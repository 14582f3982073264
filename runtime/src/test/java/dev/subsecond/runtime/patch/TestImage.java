package dev.subsecond.runtime.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A program of a test: sources compiled in memory and loaded by a loader of their own. Its functions are reached through
 * stubs, as in an image that was not prepared.
 */
final class TestImage extends ClassLoader {

    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record)\\s+([\\w$]+)");

    private final Map<String, byte[]> classes;

    private TestImage(Map<String, byte[]> classes) {
        super(TestImage.class.getClassLoader());
        this.classes = classes;
    }

    /** Compiles and gets ready to load; each source is a compilation unit. */
    static TestImage of(String... sources) {
        return new TestImage(compile(Map.of(), sources));
    }

    /** The same classes in a loader of their own. */
    TestImage again() {
        return new TestImage(classes);
    }

    /** Compiles sources against this image, as new code of it. */
    Map<String, byte[]> compileAgainst(String... sources) {
        return compile(classes, sources);
    }

    /** The image after some of its sources were compiled anew and the others were not, as a careless build leaves it. */
    TestImage recompiled(String... sources) {
        Map<String, byte[]> merged = new HashMap<>(classes);
        merged.putAll(compileAgainst(sources));
        return new TestImage(merged);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    Class<?> type(String name) {
        try {
            return Class.forName(name, false, this);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Links a stub as generated code would. */
    HotTarget stub(String owner, String name, String descriptor, boolean isStatic) throws IllegalAccessException {
        Class<?> type = type(owner);
        MethodType method = MethodType.fromMethodDescriptorString(descriptor, this);
        return StubLinker.link(
                MethodHandles.privateLookupIn(type, MethodHandles.lookup()), type, name, method, isStatic);
    }

    Object create(String name) throws ReflectiveOperationException {
        var constructor = type(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static Map<String, byte[]> compile(Map<String, byte[]> image, String... sources) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> output = new HashMap<>();
        StringWriter messages = new StringWriter();
        try (JavaFileManager files = new MemoryFiles(javac, image, output)) {
            List<JavaFileObject> units =
                    Arrays.stream(sources).map(TestImage::source).toList();
            List<String> options = List.of("-proc:none", "-Xlint:none", "-g");
            assertThat(javac.getTask(messages, files, null, options, null, units)
                            .call())
                    .as(() -> messages.toString())
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> compiled = new HashMap<>();
        output.forEach((name, bytes) -> compiled.put(name, bytes.toByteArray()));
        return compiled;
    }

    private static JavaFileObject source(String text) {
        Matcher inPackage = PACKAGE.matcher(text);
        Matcher type = TYPE.matcher(text);
        assertThat(inPackage.find() && type.find()).as(text).isTrue();
        String path = inPackage.group(1).replace('.', '/') + "/" + type.group(1) + ".java";
        return new SimpleJavaFileObject(URI.create("mem:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Class files of the image in, class files of the compilation out. */
    private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, byte[]> image;
        private final Map<String, ByteArrayOutputStream> output;

        MemoryFiles(JavaCompiler javac, Map<String, byte[]> image, Map<String, ByteArrayOutputStream> output) {
            super(javac.getStandardFileManager(null, null, null));
            this.image = image;
            this.output = output;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            List<JavaFileObject> found = new ArrayList<>();
            super.list(location, packageName, kinds, recurse).forEach(found::add);
            if (location.getName().equals("CLASS_PATH")) {
                image.forEach((name, bytes) -> {
                    if (name.substring(0, name.lastIndexOf('.')).equals(packageName)) {
                        found.add(new ImageClass(name, bytes));
                    }
                });
            }
            return found;
        }

        @Override
        public String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof ImageClass known ? known.binaryName : super.inferBinaryName(location, file);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    output.put(name, bytes);
                    return bytes;
                }
            };
        }
    }

    private static final class ImageClass extends SimpleJavaFileObject {

        private final String binaryName;
        private final byte[] bytes;

        ImageClass(String binaryName, byte[] bytes) {
            super(URI.create("image:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
            this.binaryName = binaryName;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
