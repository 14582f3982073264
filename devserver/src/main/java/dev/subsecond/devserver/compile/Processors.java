package dev.subsecond.devserver.compile;

import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;

/**
 * The annotation processors, loaded once so that they stay warm. Each compilation gets new instances: a processor may
 * keep state.
 */
final class Processors implements Closeable {

    private final boolean none;
    private final URLClassLoader loader;

    Processors(List<Path> path) {
        none = path.isEmpty();
        loader = new URLClassLoader(path.stream().map(Processors::url).toArray(URL[]::new), new CompilerOnly());
    }

    boolean none() {
        return none;
    }

    List<Processor> instances() {
        return ServiceLoader.load(Processor.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not a class path entry: " + path, e);
        }
    }

    /** What processors may see of this JVM: the platform and javac, and nothing of the server's own class path. */
    private static final class CompilerOnly extends ClassLoader {

        private static final Set<String> PACKAGES = ModuleLayer.boot()
                .findModule("jdk.compiler")
                .map(Module::getPackages)
                .orElse(Set.of());

        CompilerOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            if (PACKAGES.contains(packageName)) {
                return ClassLoader.getSystemClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
