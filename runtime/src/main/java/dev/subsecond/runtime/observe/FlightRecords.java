package dev.subsecond.runtime.observe;

import dev.subsecond.runtime.PatchEvent;
import dev.subsecond.runtime.PatchException;
import java.time.Duration;
import jdk.jfr.FlightRecorder;

/** Writes to flight recordings, if there are any: without one, not even the classes of the events are loaded. */
final class FlightRecords {

    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private FlightRecords() {}

    static void applied(PatchEvent event, long sequence, String functions) {
        if (!recording()) {
            return;
        }
        PatchApplied record = new PatchApplied();
        record.generation = event.generation();
        record.sequence = sequence;
        record.functionCount = event.functions().size();
        record.functions = functions;
        record.verify = nanos(event, "verify");
        record.commit = nanos(event, "commit");
        record.gate = nanos(event, "gate");
        record.commit();
    }

    static void rejected(PatchException rejection, long sequence) {
        if (!recording()) {
            return;
        }
        PatchRejected record = new PatchRejected();
        record.sequence = sequence;
        record.reason = rejection.reason().name();
        record.member = rejection.member().orElse(null);
        record.message = rejection.getMessage();
        record.commit();
    }

    static void scopeRestarted(String staleFunction, long generation) {
        if (!recording()) {
            return;
        }
        ScopeRestarted record = new ScopeRestarted();
        record.staleFunction = staleFunction;
        record.generation = generation;
        record.commit();
    }

    private static boolean recording() {
        return PRESENT && FlightRecorder.isInitialized();
    }

    private static long nanos(PatchEvent event, String step) {
        return event.timings().getOrDefault(step, Duration.ZERO).toNanos();
    }
}
