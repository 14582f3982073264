package dev.subsecond.runtime.patch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.runtime.wire.FunctionPatch;
import dev.subsecond.runtime.wire.PatchManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** A running program that keeps to one good patch, whatever is tried on it. */
final class FuzzedImage {

    /** The constants of the patch that the program runs, and of the one whose mutants are tried. */
    static final int CURRENT = 1000;

    static final int MUTATED = 2_000_000;

    /** How often a refusal is followed by a good patch; a mutant that was taken always is. */
    private static final int REFUSALS_PER_GOOD_PATCH = 16;

    private static final String ADD = "add";
    private static final Set<String> USED_BY_ADD = Set.of(ADD, "grow", "sides");

    private final FuzzProgram program;
    private final Path folder;
    private final Patcher patcher;
    private final Map<String, HotTarget> stubs;
    private final Object game;
    private final Map<String, String> asCurrent;
    private final Map<String, String> asMutated;

    private final Map<String, byte[]> meantClasses = new TreeMap<>();

    private long sequence;
    private int number;
    private int refusals;

    // As they were before the case.
    private long generation;
    private SortedMap<Long, Long> map = new TreeMap<>();

    /** @param asMutated what the functions return with the good patch that the mutants are made of */
    FuzzedImage(FuzzProgram program, Map<String, String> asMutated, Path folder) throws Exception {
        this.program = program;
        this.asMutated = asMutated;
        this.folder = folder;
        TestImage image = program.start();
        this.patcher = new Patcher(image);
        this.stubs = FuzzProgram.stubs(image);
        this.game = image.create(FuzzProgram.GAME);
        Map<String, String> inImage = results();
        applyGood();
        this.asCurrent = results();
        asCurrent.forEach((name, result) ->
                assertThat(result).as(name).isNotEqualTo(inImage.get(name)).isNotEqualTo(asMutated.get(name)));
    }

    /** Whether sequence numbers are left. */
    boolean isUsable() {
        return sequence < Long.MAX_VALUE - 2 * CURRENT;
    }

    /** A good patch of the other kind, to be changed. */
    TestPatch nextMutated() {
        TestPatch patch = program.patch(MUTATED, ++sequence, ++number);
        meantClasses.clear();
        patch.classes.forEach(c ->
                meantClasses.put(c.name(), patch.entries.get(c.name().replace('.', '/') + ".class")));
        return patch;
    }

    Commit apply(JumpTable table) throws PatchException {
        generation = HotTable.shared().snapshot().generation().number();
        map = HotTable.shared().snapshot().map();
        return patcher.apply(table);
    }

    /** Everything is as it was. */
    void refused(PatchException refusal, JumpTable table, Mutant.Kind kind) throws Exception {
        assertThat(refusal.getMessage()).isNotBlank();
        assertThat(HotTable.shared().snapshot().generation().number()).isEqualTo(generation);
        assertThat(HotTable.shared().snapshot().map()).isEqualTo(map);
        assertThat(results()).isEqualTo(asCurrent);
        if (kind != Mutant.Kind.CLASS) {
            skipNumbers(table);
        }
        if (++refusals % REFUSALS_PER_GOOD_PATCH == 0 && isUsable()) {
            rollForward();
        }
    }

    /** All of it is live, what it left out is as it was, and it can be replaced. */
    String taken(JumpTable table, Commit commit, PatchManifest good) throws Exception {
        PatchJar patch = PatchJar.read(table);
        sequence = Math.max(sequence, commit.sequence());
        assertThat(commit.generation()).isEqualTo(generation + 1);
        assertThat(HotTable.shared().snapshot().generation().number()).isEqualTo(generation + 1);
        SortedMap<Long, Long> expected = new TreeMap<>(map);
        expected.putAll(table.map());
        assertThat(HotTable.shared().snapshot().map()).isEqualTo(expected);
        boolean knownCode = sameCode(patch.classes());
        checkFunctions(patch.manifest(), good, knownCode);
        if (isUsable()) {
            rollForward();
        }
        return knownCode ? "taken, the same code" : "taken, other code";
    }

    /** A function that the mutant has as the good patch does runs that code, one that it leaves out the code before. */
    private void checkFunctions(PatchManifest manifest, PatchManifest good, boolean knownCode) {
        Map<String, FunctionPatch> brought = byName(manifest);
        Map<String, FunctionPatch> meant = byName(good);
        boolean linked =
                manifest.handles().equals(good.handles()) && manifest.families().equals(good.families());
        stubs.forEach((name, stub) -> {
            FunctionPatch function = brought.get(name);
            boolean other = function != null && (!knownCode || !function.equals(meant.get(name)));
            boolean reachesOther = name.equals(ADD) && !(linked && reachesTheSame(brought, meant));
            if (function != null && !other) {
                assertThat(stub.pointer()).isEqualTo(new HotFnPtr(Addresses.parse(function.pointer())));
            }
            if (!other && !reachesOther) {
                int constant = function == null ? CURRENT : MUTATED;
                assertThat(call(name)).as(name).isEqualTo(expected(name, constant));
            }
        });
    }

    private static boolean reachesTheSame(Map<String, FunctionPatch> brought, Map<String, FunctionPatch> meant) {
        return USED_BY_ADD.stream().allMatch(name -> Objects.equals(meant.get(name), brought.get(name)));
    }

    private String expected(String name, int constant) {
        return requireNonNull((constant == CURRENT ? asCurrent : asMutated).get(name));
    }

    /** Whether the classes differ from those of the good patch in nothing that runs, such as line numbers. */
    private boolean sameCode(Map<String, byte[]> classes) {
        return classes.keySet().equals(meantClasses.keySet())
                && classes.entrySet().stream()
                        .allMatch(c -> sameCode(c.getValue(), requireNonNull(meantClasses.get(c.getKey()))));
    }

    private static boolean sameCode(byte[] mutated, byte[] meant) {
        try {
            return Arrays.equals(mutated, meant) || Arrays.equals(code(mutated), code(meant));
        } catch (RuntimeException e) {
            return false; // ASM cannot read what the JVM can: it is not what it was
        }
    }

    private static byte[] code(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(writer, ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    private void rollForward() throws Exception {
        Map<String, FunctionPatch> brought = byName(applyGood());
        assertThat(results()).isEqualTo(asCurrent);
        stubs.forEach((name, stub) -> assertThat(stub.pointer())
                .isEqualTo(new HotFnPtr(
                        Addresses.parse(requireNonNull(brought.get(name)).pointer()))));
    }

    private PatchManifest applyGood() throws Exception {
        TestPatch patch = program.patch(CURRENT, ++sequence, ++number);
        JumpTable table = patch.write(folder);
        try {
            patcher.apply(table);
        } finally {
            Files.delete(table.lib());
        }
        return patch.manifest();
    }

    /** A mutant may have used up a number above its own. */
    private void skipNumbers(JumpTable table) {
        try {
            sequence = Math.max(sequence, PatchJar.read(table).manifest().sequence());
        } catch (PatchException e) {
            // It got nowhere.
        }
    }

    private Map<String, String> results() {
        return stubs.keySet().stream().collect(Collectors.toMap(Function.identity(), this::call));
    }

    private String call(String name) {
        return FuzzProgram.call(name, requireNonNull(stubs.get(name)).invoker(), game);
    }

    private static Map<String, FunctionPatch> byName(PatchManifest manifest) {
        return manifest.functions().stream()
                .collect(Collectors.toMap(FunctionPatch::name, Function.identity(), (one, other) -> other));
    }
}
