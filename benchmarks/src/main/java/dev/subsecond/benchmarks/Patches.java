package dev.subsecond.benchmarks;

import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.table.Body;
import dev.subsecond.runtime.table.Function;
import dev.subsecond.runtime.table.FunctionKey;
import dev.subsecond.runtime.table.FunctionUpdate;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.StagedPatch;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;

/** Patches of {@link Work#mix}, committed as the patch loader does. */
final class Patches {

    private static final MethodType TYPE = MethodType.methodType(int.class, int.class, int.class);

    private Patches() {}

    /**
     * Commits patches 1 to {@code count}.
     *
     * @throws IllegalStateException if patching is off, or the stub does not run the last patch
     */
    static void apply(int count) {
        require(Subsecond.isEnabled(), "start it with -Dsubsecond.enabled=true");
        HotTable table = HotTable.shared();
        Function function = table.function(new FunctionKey(Work.class, "mix", TYPE.toMethodDescriptorString()));
        long address = function.pointer();
        for (int sequence = 1; sequence <= count; sequence++) {
            MethodHandle body = find(sequence % 2 == 1 ? "oddMix" : "evenMix");
            FunctionUpdate update = new FunctionUpdate(
                    function, address + sequence, address + sequence, new Body(body, null), Map.of());
            commit(table, update, sequence);
            int expected = sequence % 2 == 1 ? Work.oddMix(3, 5) : Work.evenMix(3, 5);
            require(WorkHot.mix(3, 5) == expected, "patch " + sequence + " is not live");
        }
    }

    private static void commit(HotTable table, FunctionUpdate update, int sequence) {
        table.patching().lock();
        try {
            StagedPatch patch = new StagedPatch(
                    sequence, table.image(Work.class.getClassLoader()), List.of(update), Map.of(), List.of());
            table.commit(sequence, List.of(patch));
        } finally {
            table.patching().unlock();
        }
    }

    static MethodHandle find(String name) {
        try {
            return MethodHandles.lookup().findStatic(Work.class, name, TYPE);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Work has this method", e);
        }
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
