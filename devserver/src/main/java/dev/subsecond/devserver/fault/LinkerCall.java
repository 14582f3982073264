package dev.subsecond.devserver.fault;

import dev.subsecond.thinlink.Changes;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.Linker;

/** Something that a linker was asked or told. Immutable. */
sealed interface LinkerCall {

    /** Asks or tells {@code linker} the same. */
    void repeat(Linker linker);

    /** To link a save. */
    record Link(long sequence, Changes changes) implements LinkerCall {
        @Override
        public void repeat(Linker linker) {
            LinkResult unused = linker.link(sequence, changes);
        }
    }

    /** What became of a patch. */
    record Told(Outcome outcome, long sequence) implements LinkerCall {
        @Override
        public void repeat(Linker linker) {
            switch (outcome) {
                case APPLIED -> linker.applied(sequence);
                case REJECTED -> linker.rejected(sequence);
                case ROLLED_BACK -> linker.rolledBack(sequence);
            }
        }
    }

    /** What can become of a patch. */
    enum Outcome {
        APPLIED,
        REJECTED,
        ROLLED_BACK
    }
}
