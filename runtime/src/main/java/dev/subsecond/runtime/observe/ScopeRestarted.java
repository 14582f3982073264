package dev.subsecond.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** In a flight recording: a scope unwound and runs anew. */
@Name("dev.subsecond.ScopeRestarted")
@Label("Scope Restarted")
@Description("Code inside a scope was replaced; the scope unwound and runs the new code")
@Category("Subsecond")
final class ScopeRestarted extends Event {

    @Label("Generation")
    @Description("The newest generation when the scope unwound")
    long generation;

    @Label("Stale Function")
    @Description("The function whose earlier code ran inside the scope")
    @Nullable
    String staleFunction;
}
