package dev.subsecond.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** In a flight recording: a patch went live. */
@Name("dev.subsecond.PatchApplied")
@Label("Patch Applied")
@Description("A patch went live; its handlers have run")
@Category("Subsecond")
@StackTrace(false)
final class PatchApplied extends Event {

    @Label("Generation")
    @Description("The state of the jump table that the patch produced")
    long generation;

    @Label("Sequence")
    @Description("The number of the patch")
    long sequence;

    @Label("Function Count")
    int functionCount;

    @Label("Functions")
    @Description("The functions whose code changed")
    @Nullable
    String functions;

    @Label("Verify Time")
    @Description("Checking, defining and linking the patch, while the program ran on")
    @Timespan(Timespan.NANOSECONDS)
    long verify;

    @Label("Commit Time")
    @Timespan(Timespan.NANOSECONDS)
    long commit;

    @Label("Gate Time")
    @Description("The part of the commit during which calls of these functions had to wait")
    @Timespan(Timespan.NANOSECONDS)
    long gate;
}
