package dev.subsecond.thinlink.live;

import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.PatchManifest;
import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.LinkedPatch;
import dev.subsecond.thinlink.ThinLinker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;

/** A program as the linker sees it, edited by real javac: what each save would tell the runtime of each function. */
final class LinkedProgram {

    static final String IMAGE = "as in the image";

    private static final String[] ANNOTATIONS = {
        "package dev.subsecond.annotations;\npublic @interface Hot {}",
        "package dev.subsecond.annotations;\npublic @interface OnPatch {}"
    };

    private final ThinLinker linker;
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, FunctionPatch> current = new HashMap<>();
    private Map<String, byte[]> compiled;
    private long sequence;

    private LinkedProgram(Predicate<LinkRule> rules, String... sources) {
        add(ANNOTATIONS);
        add(sources);
        compiled = compile();
        linker = new ThinLinker("test", compiled, ImageKind.PREPARED, LinkedProgram::library, rules);
    }

    /** Each source is a compilation unit of the package {@code app}. */
    static LinkedProgram start(String... sources) {
        return new LinkedProgram(rule -> true, sources);
    }

    /** With a linker that makes faults, because it does not follow a rule. */
    static LinkedProgram startWithout(LinkRule missing, String... sources) {
        return new LinkedProgram(rule -> rule != missing, sources);
    }

    /** Saves {@code sources} and takes the patch for applied. */
    Edit edit(String... sources) {
        Edit edit = linkOnly(sources);
        edit.manifest().ifPresent(m -> m.functions().forEach(f -> current.put(f.owner() + "." + f.name(), f)));
        linker.applied(sequence);
        return edit;
    }

    /** Saves {@code sources}, and the program refuses the patch. */
    Edit rejected(String... sources) {
        Edit edit = linkOnly(sources);
        linker.rejected(sequence);
        return edit;
    }

    /** Saves {@code sources}, and the next save overtakes the patch. */
    Edit unsent(String... sources) {
        return linkOnly(sources);
    }

    /** The pointer of a function, {@code app.Main.tick}, after the patches so far. */
    String pointer(String function) {
        FunctionPatch f = current.get(function);
        return f == null || f.pointer().equals(f.id()) ? IMAGE : f.pointer();
    }

    /** The content of a function after the patches so far. */
    String content(String function) {
        FunctionPatch f = current.get(function);
        return f == null || f.content().equals(f.id()) ? IMAGE : f.content();
    }

    /** One save. */
    record Edit(LinkResult result, Optional<PatchManifest> manifest) {

        /** The names of the functions in the patch that get new code. */
        List<String> patched() {
            return functions(true);
        }

        /** The names of the functions in the patch that keep their code. */
        List<String> pointerOnly() {
            return functions(false);
        }

        private List<String> functions(boolean withBody) {
            return manifest.stream()
                    .flatMap(m -> m.functions().stream())
                    .filter(f -> (f.body() != null) == withBody)
                    .map(f -> f.owner() + "." + f.name())
                    .sorted()
                    .toList();
        }
    }

    private Edit linkOnly(String... sources) {
        Map<String, byte[]> before = compiled;
        add(sources);
        compiled = compile();
        Set<String> units = new HashSet<>();
        compiled.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, before.get(name))) {
                units.add(unit(name));
            }
        });
        Map<String, byte[]> changed = new HashMap<>(compiled);
        changed.keySet().removeIf(name -> !units.contains(unit(name)));
        Set<String> deleted = new HashSet<>(before.keySet());
        deleted.removeAll(compiled.keySet());
        LinkResult result = linker.link(++sequence, new Changes(changed, deleted));
        return new Edit(result, result.patch().map(LinkedProgram::manifest));
    }

    /** A compiler passes on all classes of a source that it compiled. */
    private static String unit(String className) {
        int dollar = className.indexOf('$');
        return dollar < 0 ? className : className.substring(0, dollar);
    }

    private Map<String, byte[]> compile() {
        Map<String, byte[]> classes = SourceCompiler.compile(sources);
        classes.keySet().removeIf(name -> name.startsWith("dev."));
        return classes;
    }

    private void add(String... units) {
        for (String unit : units) {
            sources.put(SourceCompiler.nameOf(unit), unit);
        }
    }

    static PatchManifest manifest(LinkedPatch patch) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(patch.jar()))) {
            zip.getNextEntry();
            return PatchManifest.parse(zip.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> library(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
