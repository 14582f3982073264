package dev.subsecond.it;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Runs {@code app.Main} of a directory in a class loader of its own; the runtime is in the parent. */
final class OwnLoader {

    private OwnLoader() {}

    public static void main(String[] arguments) throws Exception {
        URL[] classes = {Path.of(arguments[0]).toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader("program", classes, OwnLoader.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Method main = loader.loadClass("app.Main").getMethod("main", String[].class);
            main.invoke(null, (Object) new String[0]);
        }
    }
}
