package app;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs a plug-in in two class loaders of its own, whose parent has the runtime, and prints what both say when it changes. */
public final class Main {
    private static final String PLUGIN = "app.Plugin";

    public static void main(String[] args) throws Exception {
        Supplier<String> first = plugin();
        Supplier<String> second = plugin();
        System.out.println("own loaders " + (loader(first) != loader(second)) + " " + (loader(first) instanceof OwnFirst));
        System.out.println("runtime of the parent " + Class.forName("dev.subsecond.runtime.Subsecond", false, loader(first))
                .getClassLoader().equals(Main.class.getClassLoader()));
        String shown = "";
        while (true) {
            String line = prefix() + first.get() + ", " + second.get();
            if (!line.equals(shown)) {
                System.out.println(line);
            }
            shown = line;
            Thread.sleep(10);
        }
    }

    private static String prefix() {
        return "says ";
    }

    private static ClassLoader loader(Object object) {
        return object.getClass().getClassLoader();
    }

    @SuppressWarnings("unchecked")
    private static Supplier<String> plugin() throws Exception {
        ClassLoader loader = new OwnFirst(classPath());
        return (Supplier<String>) loader.loadClass(PLUGIN).getDeclaredConstructor().newInstance();
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Main::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    /** Has the plug-in's classes itself and takes all others from its parent, as application servers do. */
    private static final class OwnFirst extends URLClassLoader {
        OwnFirst(URL[] classPath) {
            super(classPath, Main.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(PLUGIN)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
