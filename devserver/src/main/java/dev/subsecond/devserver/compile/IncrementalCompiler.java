package dev.subsecond.devserver.compile;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;

/**
 * Compiles edits: the edited files, and every source that may compile differently because of them. Not thread-safe; one
 * is kept for as long as the program is served, because a warm compiler is several times faster than a new one.
 */
public final class IncrementalCompiler implements Compiler {

    private final Javac javac;
    private final Set<Dependency> rules;

    /**
     * Makes a compiler.
     *
     * @param compiler the JDK's
     */
    public IncrementalCompiler(JavaCompiler compiler, CompilerSettings settings) {
        this(compiler, settings, EnumSet.allOf(Dependency.class));
    }

    /** One that knows of some kinds of dependency only, and therefore leaves classes stale. */
    IncrementalCompiler(JavaCompiler compiler, CompilerSettings settings, Set<Dependency> rules) {
        this.javac = new Javac(compiler, settings);
        this.rules = rules;
    }

    /**
     * Compiles an edit against a program. Costs about as much as javac on the edited files alone while no class changes
     * what others see of it; then the dependents are compiled with them, until nothing more changes.
     *
     * @return never null; no exception is thrown for what is wrong with the sources
     */
    @Override
    public Compilation compile(Program program, Edit edit) {
        try {
            return new Build(javac, rules, program, edit).run();
        } catch (IllegalArgumentException e) {
            // What javac throws for options it does not know.
            return new Compilation.Bad(List.of(CompilerMessage.failure("", String.valueOf(e.getMessage()))));
        }
    }

    @Override
    public void close() throws IOException {
        javac.close();
    }
}
