package dev.subsecond.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** Writes executable jars as Spring Boot's build plugins do: its launcher, and libraries as jars within the jar. */
public final class ExecutableJar {

    private static final Path LOADER =
            Checkout.testClasses().resolveSibling("spring-boot-loader/spring-boot-loader.jar");
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private ExecutableJar() {}

    /** Writes one that runs {@code app.Main}; returns the file. */
    public static Path write(Path file, Path classes, List<Path> libraries) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest());
                JarFile loader = new JarFile(LOADER.toFile())) {
            for (JarEntry entry : loader.stream().toList()) {
                if (entry.getName().startsWith("org/")) {
                    write(jar, entry.getName(), loader.getInputStream(entry).readAllBytes());
                }
            }
            write(jar, "BOOT-INF/", new byte[0]);
            write(jar, CLASSES, new byte[0]);
            for (Path path : below(classes)) {
                String name = CLASSES + classes.relativize(path).toString().replace('\\', '/');
                write(jar, name, Files.readAllBytes(path));
            }
            write(jar, LIBRARIES, new byte[0]);
            for (Path library : libraries) {
                store(jar, LIBRARIES + library.getFileName(), Files.readAllBytes(library));
            }
        }
        return file;
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
        attributes.put(new Attributes.Name("Start-Class"), "app.Main");
        attributes.put(new Attributes.Name("Spring-Boot-Classes"), CLASSES);
        attributes.put(new Attributes.Name("Spring-Boot-Lib"), LIBRARIES);
        return manifest;
    }

    private static List<Path> below(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void write(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        put(jar, new ZipEntry(name), bytes);
    }

    /** A jar within the jar must not be compressed: the launcher reads it where it lies. */
    private static void store(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        put(jar, entry, bytes);
    }

    private static void put(JarOutputStream jar, ZipEntry entry, byte[] bytes) throws IOException {
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }
}
