package dev.subsecond.devserver.fault;

import dev.subsecond.devserver.LinkerFactory;
import dev.subsecond.devserver.image.JdkClasses;
import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.Linker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a fault of the linker again, from the file that it left: for whoever mends it. */
public final class Replay {

    private Replay() {}

    /**
     * What a linker makes of the last save in a file, after all that went before it.
     *
     * @param file the file that the fault left
     * @param linkers make the linker
     * @return the linker's answer; refused with a fault again if it is still there
     * @throws IOException if the file cannot be read or is no such file
     */
    public static LinkResult of(Path file, LinkerFactory linkers) throws IOException {
        FaultRecord fault = FaultFile.read(file);
        Linker linker = linkers.create(fault.buildId(), fault.image(), libraries(fault.libraries()));
        List<LinkerCall> before = fault.calls().subList(0, fault.calls().size() - 1);
        before.forEach(call -> call.repeat(linker));
        LinkerCall.Link last = (LinkerCall.Link) fault.calls().get(before.size());
        return FaultRecorder.link(linker, last.sequence(), last.changes());
    }

    /** Whether an answer tells of a fault of the linker. */
    public static boolean hasFault(LinkResult result) {
        return FaultRecorder.hasFault(result);
    }

    private static ClassSource libraries(Map<String, byte[]> recorded) {
        JdkClasses jdk = new JdkClasses();
        return name -> Optional.ofNullable(recorded.get(name)).or(() -> find(jdk, name));
    }

    private static Optional<byte[]> find(JdkClasses jdk, String name) {
        try {
            return jdk.find(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
