package dev.subsecond.edits;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.patch.Patcher;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.PatchManifest;
import dev.subsecond.runtime.wire.Sha256;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkedPatch;
import dev.subsecond.thinlink.ThinLinker;
import dev.subsecond.thinlink.prepare.Preparer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** A program, prepared as a rule, that runs in a loader of its own, with the objects it has made so far. */
public final class EditedProgram implements AutoCloseable {

    public static final String BUILD = "edits";

    private final Path folder;
    private final URLClassLoader loader;
    private final Patcher patcher;
    private final ThinLinker linker;
    private final Set<String> image;
    private final ImageKind kind;
    private final List<Object> objects = new ArrayList<>();
    private final Map<String, FunctionPatch> functions = new TreeMap<>();
    private Map<String, byte[]> compiled;
    private long sequence;

    /**
     * Loads a program; nothing of it has run yet.
     *
     * @param folder an empty folder that this program writes to
     */
    public EditedProgram(Path folder, Map<String, byte[]> compiled, SuiteRules rules) throws IOException {
        this.folder = folder;
        this.compiled = compiled;
        kind = rules.kind();
        image = Set.copyOf(compiled.keySet());
        Preparer preparer = rules.preparer();
        for (Map.Entry<String, byte[]> c : compiled.entrySet()) {
            write("image", c.getKey(), preparer.prepare(c.getValue()).bytes());
        }
        URL[] places = {url("image"), url("overlay")};
        loader = new URLClassLoader(places, EditedProgram.class.getClassLoader());
        patcher = new Patcher(loader);
        linker = rules.linker(BUILD, compiled, EditedProgram::library);
    }

    /**
     * Makes the newest classes run as far as they can.
     *
     * @return what the linker said
     * @throws PatchException if the program refused the patch
     */
    LinkResult save(Map<String, byte[]> newest) throws PatchException, IOException {
        Map<String, byte[]> before = compiled;
        compiled = newest;
        Set<String> deleted = new HashSet<>(before.keySet());
        deleted.removeAll(newest.keySet());
        return save(new Changes(recompiled(before, newest), deleted));
    }

    /** Makes what a compiler made of a save run as far as it can. */
    public LinkResult save(Changes changes) throws PatchException, IOException {
        LinkResult result = linker.link(++sequence, changes);
        if (result.patch().isPresent()) {
            apply(result.patch().get());
        }
        return result;
    }

    /** Makes one more {@code app.Main} and lets all of them show themselves, oldest first. */
    public List<String> show() throws ReflectiveOperationException {
        boolean isPrepared = kind == ImageKind.PREPARED;
        Class<?> main = Class.forName("app.Main", true, loader);
        Class<?> entries = isPrepared ? main : Class.forName("app.ShownHot", true, loader);
        if (isPrepared) {
            var constructor = main.getDeclaredConstructor();
            constructor.setAccessible(true);
            objects.add(constructor.newInstance());
        } else {
            objects.add(method(entries, "make").invoke(null));
        }
        var show = isPrepared ? method(main, "show") : method(entries, "of", main);
        List<String> shown = new ArrayList<>();
        for (Object o : objects) {
            shown.add(String.valueOf(isPrepared ? show.invoke(o) : show.invoke(null, o)));
        }
        return shown;
    }

    private static Method method(Class<?> owner, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method found = owner.getDeclaredMethod(name, parameters);
        found.setAccessible(true);
        return found;
    }

    /**
     * The functions of the image whose pointer is not the one they began with. That of a hot function counts the classes that
     * patches have defined and that it could meet, which stay when their source goes.
     */
    public List<String> movedPointers() {
        return functions.values().stream()
                .filter(f -> image.contains(f.owner()) && !f.added() && !f.hot())
                .filter(f -> !f.pointer().equals(f.id()))
                .map(f -> f.owner() + "." + f.name() + f.descriptor())
                .toList();
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /** An incremental compiler passes on the classes of the units that it compiled again. */
    private static Map<String, byte[]> recompiled(Map<String, byte[]> before, Map<String, byte[]> newest) {
        Set<String> units = new HashSet<>();
        newest.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, before.get(name))) {
                units.add(unit(name));
            }
        });
        before.keySet().stream().filter(name -> !newest.containsKey(name)).forEach(name -> units.add(unit(name)));
        Map<String, byte[]> recompiled = new HashMap<>(newest);
        recompiled.keySet().removeIf(name -> !units.contains(unit(name)));
        return recompiled;
    }

    private static String unit(String className) {
        int dollar = className.indexOf('$');
        return dollar < 0 ? className : className.substring(0, dollar);
    }

    private void apply(LinkedPatch patch) throws PatchException, IOException {
        for (Map.Entry<String, byte[]> c : patch.overlay().entrySet()) {
            write("overlay", c.getKey(), c.getValue());
        }
        Path jar = folder.resolve("patch" + patch.sequence() + ".jar");
        Files.write(jar, patch.jar());
        try {
            patcher.apply(JumpTable.managed(jar, patch.jumpTable(), BUILD, patch.sequence(), Sha256.hex(patch.jar())));
        } catch (PatchException e) {
            linker.rejected(patch.sequence());
            throw e;
        }
        linker.applied(patch.sequence());
        List<String> faults = PatchVerifier.faults(patch, loader);
        if (!faults.isEmpty()) {
            throw new VerifyError(String.join("\n", faults));
        }
        manifest(patch).functions().forEach(f -> functions.put(f.id(), f));
    }

    private static PatchManifest manifest(LinkedPatch patch) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(patch.jar()))) {
            zip.getNextEntry();
            return PatchManifest.parse(zip.readAllBytes());
        }
    }

    /** As {@link ClassSource#find}. */
    private static Optional<byte[]> library(String binaryName) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(binaryName.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URL url(String place) throws IOException {
        return Files.createDirectories(folder.resolve(place)).toUri().toURL();
    }

    private void write(String place, String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(place).resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
