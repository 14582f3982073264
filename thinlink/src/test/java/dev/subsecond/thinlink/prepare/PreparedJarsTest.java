package dev.subsecond.thinlink.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breadth: every class of real libraries is prepared, and the JVM verifies what came out. */
class PreparedJarsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                org.assertj.core.api.Assertions.class,
                tools.jackson.databind.ObjectMapper.class,
                tools.jackson.core.JsonParser.class,
                org.junit.jupiter.api.Test.class,
                org.junit.platform.commons.util.ReflectionUtils.class,
            })
    void everyClassIsAcceptedByTheVerifier(Class<?> anyOfTheJar) throws Exception {
        Map<String, byte[]> classes = read(anyOfTheJar);
        Map<String, byte[]> prepared = new HashMap<>();
        List<Unguarded> unguarded = new ArrayList<>();
        classes.forEach((name, bytes) -> {
            PreparedClass result = new Preparer().prepare(bytes);
            prepared.put(name, result.bytes());
            unguarded.addAll(result.unguarded());
        });
        ClassLoader loader = new MapLoader(prepared, getClass().getClassLoader());
        for (String name : prepared.keySet()) {
            link(name, loader);
        }
        assertThat(prepared).isNotEmpty();
        assertThat(unguarded).allSatisfy(left -> assertThat(left.member()).startsWith("<init>"));
        assertThat(unguarded.size()).isLessThan(prepared.size() / 100 + 3);
    }

    /** Verifies a class without initialising it; what it lacks of optional libraries is no fault of ours. */
    private static void link(String name, ClassLoader loader) throws ClassNotFoundException {
        try {
            assertThat(loader.loadClass(name).getDeclaredMethods()).isNotNull();
        } catch (NoClassDefFoundError missing) {
            assertThat(missing).hasMessageMatching("(org/junit/|kotlin/|org/hamcrest/|sun/misc/).*");
        }
    }

    private static Map<String, byte[]> read(Class<?> anyOfTheJar) throws Exception {
        File jar = new File(
                anyOfTheJar.getProtectionDomain().getCodeSource().getLocation().toURI());
        Map<String, byte[]> classes = new HashMap<>();
        try (JarFile file = new JarFile(jar)) {
            for (JarEntry entry : file.stream().toList()) {
                if (isClass(entry.getName())) {
                    classes.put(name(entry.getName()), bytes(file, entry));
                }
            }
        }
        return classes;
    }

    private static boolean isClass(String entry) {
        return entry.endsWith(".class") && !entry.endsWith("-info.class") && !entry.startsWith("META-INF/");
    }

    private static String name(String entry) {
        return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    }

    private static byte[] bytes(JarFile file, JarEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
