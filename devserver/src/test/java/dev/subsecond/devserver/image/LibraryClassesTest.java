package dev.subsecond.devserver.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class LibraryClassesTest {

    private static Path locationOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void findsClassesOfTheJdkAndOfJarsAndDirectories() throws Exception {
        Path jar = locationOf(Assertions.class);
        Path directory = locationOf(LibraryClassesTest.class);
        try (LibraryClasses libraries = new LibraryClasses(List.of(jar, directory, Path.of("missing.jar")))) {
            for (String name : List.of(
                    "java.util.Map$Entry",
                    "java.sql.Connection",
                    "com.sun.source.tree.Tree",
                    Assertions.class.getName(),
                    LibraryClassesTest.class.getName())) {
                byte[] found = libraries.find(name).orElseThrow();
                assertThat(new ClassReader(found).getClassName().replace('/', '.'))
                        .isEqualTo(name);
            }
        }
    }

    @Test
    void doesNotFindTheServersOwnLibraries() throws Exception {
        try (LibraryClasses libraries = new LibraryClasses(List.of())) {
            assertThat(libraries.find("org.objectweb.asm.ClassReader")).isEmpty();
            assertThat(libraries.find("NoPackage")).isEmpty();
            assertThat(libraries.find("java.util.NoSuchClass")).isEmpty();
        }
    }
}
