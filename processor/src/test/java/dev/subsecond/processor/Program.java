package dev.subsecond.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import dev.subsecond.annotations.Hot;
import dev.subsecond.runtime.Subsecond;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/**
 * A program compiled with the processor and run in class loaders of its own, so that its runtime can be on or off whatever other
 * tests did.
 */
final class Program {

    /** Whether Subsecond is on. */
    enum Mode {
        ON,
        OFF
    }

    private final Loader loader;

    private Program(Loader loader) {
        this.loader = loader;
    }

    /** Compiles without any warning and starts with the real runtime, but without its libraries: stubs need none. */
    static Program start(Mode mode, String... sources) {
        Compilation compilation = Javac.compile(sources);
        assertThat(compilation).succeededWithoutWarnings();
        Program program = withoutRuntime(compilation, ClassPaths.of(Subsecond.class), ClassPaths.of(Hot.class));
        program.switchRuntime(mode);
        return program;
    }

    /** The output of a compilation, with nothing else but what is given. */
    static Program withoutRuntime(Compilation compilation, Path... classPath) {
        return new Program(new Loader(classFiles(compilation), classPath));
    }

    /** Calls {@code public static Object run()} of {@code app.Main}. */
    Object run() throws Exception {
        Method run = loader.loadClass("app.Main").getMethod("run");
        run.setAccessible(true);
        try {
            return run.invoke(null);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    /** Whether the program has needed a class so far. */
    boolean hasLoaded(String name) {
        return loader.hasLoaded(name);
    }

    /** Whether any class of a package was needed so far. */
    boolean hasLoadedFrom(String packageName) {
        return loader.loaded.keySet().stream().anyMatch(name -> name.startsWith(packageName + "."));
    }

    private void switchRuntime(Mode mode) {
        String key = "subsecond.enabled";
        System.setProperty(key, Boolean.toString(mode == Mode.ON));
        try {
            Class.forName(Subsecond.class.getName(), true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            System.clearProperty(key);
        }
    }

    /** What a compilation wrote, by binary class name. */
    static Map<String, byte[]> classFiles(Compilation compilation) {
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.getName().replaceFirst("^.*CLASS_OUTPUT/", "");
                classes.put(path.replaceFirst("\\.class$", "").replace('/', '.'), bytes(file));
            }
        }
        return classes;
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Loader extends URLClassLoader {

        private final Map<String, byte[]> classes;
        private final Map<String, Class<?>> loaded = new HashMap<>();

        Loader(Map<String, byte[]> classes, Path... classPath) {
            super(urls(classPath), ClassLoader.getPlatformClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            Class<?> found = bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
            loaded.put(name, found);
            return found;
        }

        boolean hasLoaded(String name) {
            return loaded.containsKey(name);
        }

        private static URL[] urls(Path... classPath) {
            return List.of(classPath).stream().map(Loader::url).toArray(URL[]::new);
        }

        private static URL url(Path path) {
            try {
                return path.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
