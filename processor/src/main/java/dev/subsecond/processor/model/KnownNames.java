package dev.subsecond.processor.model;

import com.palantir.javapoet.ClassName;

/** Types of the other modules, which the processor knows by name only. */
public final class KnownNames {

    public static final String HOT = "dev.subsecond.annotations.Hot";
    public static final String ON_PATCH = "dev.subsecond.annotations.OnPatch";

    public static final ClassName PATCH_EVENT = ClassName.get("dev.subsecond.runtime", "PatchEvent");
    public static final ClassName SUBSECOND = ClassName.get("dev.subsecond.runtime", "Subsecond");
    public static final ClassName STUB_LINKER = ClassName.get("dev.subsecond.runtime.link", "StubLinker");
    public static final ClassName HOT_TARGET = ClassName.get("dev.subsecond.runtime.link", "HotTarget");

    /** The nested class of a stub class that links when it is first used, so that nothing links while Subsecond is off. */
    public static final String HOLDER = "Stubs";

    /** As many values as the runtime has handle types for, the receiver included. */
    public static final int MOST_VALUES = 9;

    private KnownNames() {}

    /** The runtime's handle type for that many values. */
    public static ClassName handle(int values) {
        return ClassName.get("dev.subsecond.runtime", "HotFn" + values);
    }
}
