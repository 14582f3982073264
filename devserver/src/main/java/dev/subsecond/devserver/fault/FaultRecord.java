package dev.subsecond.devserver.fault;

import java.util.List;
import java.util.Map;

/**
 * All that a fault of the linker depends on.
 *
 * @param buildId the build of the image
 * @param image the program's classes as they were started, by binary name
 * @param libraries those classes of its libraries that the linker has read, by binary name; without the JDK's
 * @param calls what the linker was asked and told, in order; the last one met the fault
 */
record FaultRecord(String buildId, Map<String, byte[]> image, Map<String, byte[]> libraries, List<LinkerCall> calls) {

    FaultRecord {
        image = Map.copyOf(image);
        libraries = Map.copyOf(libraries);
        calls = List.copyOf(calls);
    }
}
