package dev.subsecond.thinlink.link;

import dev.subsecond.runtime.wire.Addresses;
import dev.subsecond.thinlink.diff.Key;
import dev.subsecond.thinlink.diff.NormalForm;
import dev.subsecond.thinlink.diff.RunningClass;
import org.jspecify.annotations.Nullable;

/** Makes the pointers of patched functions: equal if and only if the function and its content are equal. */
final class Pointers {

    private final Program program;
    private final Additions additions;

    Pointers(Program program, Additions additions) {
        this.program = program;
        this.additions = additions;
    }

    /** The pointer of {@code normalForm}; content that equals the image's has the image's address. */
    String of(String owner, Key key, String normalForm) {
        if (normalForm.equals(imageForm(owner, key))) {
            return additions.functionId(owner, key);
        }
        return Addresses.format(Addresses.function(additions.functionId(owner, key), owner, key.name(), normalForm));
    }

    private @Nullable String imageForm(String owner, Key key) {
        RunningClass running = program.running(owner);
        if (running == null) {
            return null;
        }
        return running.loaded()
                .method(key.name(), key.descriptor())
                .map(m -> NormalForm.of(running.loaded(), m, program.loadedSwitchMaps()))
                .orElse(null);
    }
}
