package dev.subsecond.edits;

import dev.subsecond.thinlink.LinkedPatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** ASM's verifier, for every class of a patch that a program has taken. The JVM's own looks at code only when it is linked. */
final class PatchVerifier {

    private PatchVerifier() {}

    /**
     * Verifies a patch.
     *
     * @param loader the program's, which has the classes of the patch by now
     * @return what is wrong with which class; empty if nothing is
     */
    static List<String> faults(LinkedPatch patch, ClassLoader loader) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>(patch.overlay());
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(patch.jar()))) {
            for (ZipEntry e = jar.getNextEntry(); e != null; e = jar.getNextEntry()) {
                if (e.getName().endsWith(".class")) {
                    classes.put(e.getName(), jar.readAllBytes());
                }
            }
        }
        List<String> faults = new ArrayList<>();
        classes.forEach((name, bytes) -> {
            String fault = fault(bytes, loader);
            if (!fault.isEmpty()) {
                faults.add(name + ": " + fault);
            }
        });
        return faults;
    }

    private static String fault(byte[] bytes, ClassLoader loader) {
        StringWriter fault = new StringWriter();
        try {
            CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(fault));
        } catch (RuntimeException | LinkageError e) { // what it throws for code that no class file may have
            fault.append(e.toString());
        }
        return fault.toString();
    }
}
