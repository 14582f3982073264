package dev.subsecond.devserver.fault;

import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a fault of the linker again, from the file that it left: for whoever mends it. */
public final class Replay {

    /** Makes a linker of the version that is asked. */
    @FunctionalInterface
    public interface LinkerMaker {

        /** A linker for the image of a build, its class files by binary name. */
        Linker make(String buildId, Map<String, byte[]> image, ClassSource libraries);
    }

    private Replay() {}

    /**
     * What a linker makes of the last save in a file, after all that went before it.
     *
     * @param file the file that the fault left
     * @param maker makes the linker
     * @return the linker's answer; refused with a fault again if it is still there
     * @throws IOException if the file cannot be read or is no such file
     */
    public static LinkResult of(Path file, LinkerMaker maker) throws IOException {
        FaultRecord fault = FaultFile.read(file);
        Linker linker = maker.make(fault.buildId(), fault.image(), libraries(fault.libraries()));
        List<LinkerCall> before = fault.calls().subList(0, fault.calls().size() - 1);
        before.forEach(call -> call.repeat(linker));
        LinkerCall.Link last = (LinkerCall.Link) fault.calls().get(before.size());
        return FaultRecorder.link(linker, last.sequence(), last.changes());
    }

    /** Whether an answer tells of a fault of the linker. */
    public static boolean hasFault(LinkResult result) {
        return FaultRecorder.hasFault(result);
    }

    /** The classes of this process's JDK stand in for those of the program's, which are not in the file. */
    private static ClassSource libraries(Map<String, byte[]> recorded) {
        return name -> Optional.ofNullable(recorded.get(name)).or(() -> ofJdk(name));
    }

    private static Optional<byte[]> ofJdk(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
