package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FamilyPatch;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.OnPatchMethod;
import dev.subsecond.runtime.wire.PatchClass;
import dev.subsecond.runtime.wire.PatchManifest;
import dev.subsecond.runtime.wire.Sha256;
import dev.subsecond.thinlink.LinkedPatch;
import dev.subsecond.thinlink.model.Names;
import dev.subsecond.thinlink.patch.ClassBytes;
import dev.subsecond.thinlink.patch.PatchJar;
import dev.subsecond.thinlink.prepare.EntryGuard;
import dev.subsecond.thinlink.prepare.Preparer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.tree.ClassNode;

/** Turns what a {@link PatchBuilder} collected into the bytes that are sent. */
final class PatchAssembly {

    private final Program program;
    private final PatchBuilder patch;
    private final List<OnPatchMethod> onPatch;

    PatchAssembly(Program program, PatchBuilder patch, List<OnPatchMethod> onPatch) {
        this.onPatch = onPatch;
        this.program = program;
        this.patch = patch;
    }

    LinkedPatch assemble() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        List<PatchClass> listed = new ArrayList<>();
        if (program.isUnprepared()) {
            new NewClasses(program, patch.overlay()).inOrder().forEach(c -> {
                byte[] bytes = prepared(c.node());
                classes.put(c.node().name, bytes);
                listed.add(listed(c, bytes));
            });
        }
        for (PatchBuilder.Defined c : patch.classes()) {
            EntryGuard.addTo(c.node(), patch.guardedMethods(c.node().name));
            byte[] bytes = c.hasFrames() ? ClassBytes.of(c.node()) : ClassBytes.withComputedFrames(c.node());
            classes.put(c.node().name, bytes);
            listed.add(listed(c, bytes));
        }
        PatchManifest manifest = new PatchManifest(
                PatchManifest.FORMAT,
                program.buildId(),
                patch.sequence(),
                patch.functions(),
                families(),
                listed,
                patch.handles(),
                onPatch);
        return new LinkedPatch(patch.sequence(), PatchJar.write(manifest, classes), jumpTable(), overlay());
    }

    /** A class that the patch itself defines cannot be the one beside which another is defined. */
    private PatchClass listed(PatchBuilder.Defined c, byte[] bytes) {
        String host = program.isUnprepared() && !program.isOfImage(c.host())
                ? NewClasses.host(program, c.host()).orElse(c.host())
                : c.host();
        return new PatchClass(Names.binary(c.node().name), Names.binary(host), bytes.length, Sha256.hex(bytes));
    }

    private static byte[] prepared(ClassNode node) {
        return new Preparer().prepare(ClassBytes.of(node)).bytes();
    }

    private List<FamilyPatch> families() {
        List<FamilyPatch> families = new ArrayList<>();
        patch.families()
                .forEach((id, f) -> families.add(new FamilyPatch(
                        id,
                        Names.binary(f.root()),
                        f.method().name(),
                        f.method().descriptor(),
                        List.copyOf(f.members().values()))));
        return families;
    }

    private SortedMap<Long, Long> jumpTable() {
        SortedMap<Long, Long> table = new TreeMap<>(Long::compareUnsigned);
        for (FunctionPatch f : patch.functions()) {
            table.put(Addresses.parse(f.id()), Addresses.parse(f.pointer()));
        }
        return table;
    }

    private Map<String, byte[]> overlay() {
        Map<String, byte[]> overlay = new LinkedHashMap<>();
        if (!program.isUnprepared()) {
            patch.overlay().forEach((name, node) -> overlay.put(Names.binary(name), prepared(node)));
        }
        return overlay;
    }
}
