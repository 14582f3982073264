package dev.subsecond.runtime.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** In a flight recording: a patch was refused. */
@Name("dev.subsecond.PatchRejected")
@Label("Patch Rejected")
@Description("A patch was refused and nothing has changed")
@Category("Subsecond")
@StackTrace(false)
final class PatchRejected extends Event {

    @Label("Sequence")
    @Description("The number of the patch; 0 if it did not say")
    long sequence;

    @Label("Reason")
    @Nullable
    String reason;

    @Label("Member")
    @Description("The class or function concerned, if it is a single one")
    @Nullable
    String member;

    @Label("Message")
    @Nullable
    String message;
}
