package dev.subsecond.devserver.compile;

import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;

/**
 * The annotation processors, loaded once so that they stay warm. Each compilation gets new instances: a processor may
 * keep state.
 */
final class Processors implements Closeable {

    private static final String OWN = "dev.subsecond.processor.";

    private final URLClassLoader loader;
    private final boolean none;
    private final JavacOptions options;
    private boolean foreign;
    private boolean isolating;

    Processors(List<Path> path, JavacOptions options) {
        this.options = options;
        none = path.isEmpty() || !options.processing();
        loader = new URLClassLoader(path.stream().map(Processors::url).toArray(URL[]::new), new CompilerOnly());
    }

    boolean none() {
        return none;
    }

    /** Whether some of them are not Subsecond's own, whose stubs depend on nothing but the source they are for. */
    boolean foreign() {
        return foreign;
    }

    /**
     * Whether each of those that ran last made what it wrote from one source and the types that it reaches; that is what
     * Gradle calls it, whose declarations are read. Others must see all sources whenever they run.
     */
    boolean isolating() {
        return isolating;
    }

    List<Processor> instances() {
        return ServiceLoader.load(Processor.class, loader).stream()
                .filter(provider -> isWanted(provider.type().getName()))
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private boolean isWanted(String className) {
        return className.startsWith(OWN) || options.wants(className);
    }

    /** Tells that these ran: only then they can say of themselves what they are. */
    void ran(List<Processor> instances) {
        Map<String, String> kinds = ProcessorKinds.declared(loader);
        isolating = instances.stream().allMatch(each -> ProcessorKinds.isIsolating(each, kinds));
        foreign = instances.stream().anyMatch(each -> !each.getClass().getName().startsWith(OWN));
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
