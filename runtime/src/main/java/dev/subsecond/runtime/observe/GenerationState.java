package dev.subsecond.runtime.observe;

import dev.subsecond.runtime.table.Change;
import dev.subsecond.runtime.table.Generation;
import java.util.List;

/** One state of the program as management tools see it. They want getters. */
public final class GenerationState {

    private final long number;
    private final long sequence;
    private final List<String> functions;

    GenerationState(Generation generation) {
        this.number = generation.number();
        this.sequence = generation.sequence();
        this.functions = generation.changes().stream().map(Change::name).toList();
    }

    /** Its number; 0 is the image. */
    public long getNumber() {
        return number;
    }

    /** The patch that made it; 0 for the image. */
    public long getSequence() {
        return sequence;
    }

    /** The functions whose code was changed to come here from the state before. Unmodifiable. */
    public List<String> getFunctions() {
        return functions;
    }
}
