package dev.subsecond.devserver.compile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The outcome of compiling an {@link Edit}. */
public sealed interface Compilation {

    /**
     * All compiled.
     *
     * @param program the program with the edit
     * @param classes every class file of the compiled sources, changed or not, by binary name
     * @param deleted classes that no source declares any more
     * @param warnings what the compiler remarked
     */
    record Good(Program program, Map<String, byte[]> classes, Set<String> deleted, List<CompilerMessage> warnings)
            implements Compilation {

        /** Copies the collections. */
        public Good {
            classes = Map.copyOf(classes);
            deleted = Set.copyOf(deleted);
            warnings = List.copyOf(warnings);
        }
    }

    /** Something did not compile; the program is as it was. */
    record Bad(List<CompilerMessage> errors) implements Compilation {

        /** Copies the list. */
        public Bad {
            errors = List.copyOf(errors);
        }
    }
}
