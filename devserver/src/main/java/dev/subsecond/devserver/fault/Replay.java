package dev.subsecond.devserver.fault;

import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.LinkResult;
import dev.subsecond.thinlink.Linker;
import dev.subsecond.thinlink.ThinLinker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shows a fault of the linker again, from the file that it left: for whoever mends it. */
public final class Replay {

    private Replay() {}

    /**
     * Prints what the linker of this version makes of the last save in the file. Ends with 1 if the fault is still there.
     *
     * @param args the file
     * @throws IOException if it cannot be read or is no such file
     */
    public static void main(String[] args) throws IOException {
        FaultRecord fault = FaultFile.read(Path.of(args[0]));
        LinkResult result = replay(fault, libraries -> new ThinLinker(fault.buildId(), fault.image(), libraries));
        result.members().forEach(System.out::println);
        System.exit(FaultRecorder.hasFault(result) ? 1 : 0);
    }

    /** What a linker that {@code maker} makes says to the last save. */
    static LinkResult replay(FaultRecord fault, Function<ClassSource, Linker> maker) {
        Linker linker = maker.apply(libraries(fault.libraries()));
        List<LinkerCall> before = fault.calls().subList(0, fault.calls().size() - 1);
        before.forEach(call -> call.repeat(linker));
        LinkerCall.Link last = (LinkerCall.Link) fault.calls().get(before.size());
        return FaultRecorder.link(linker, last.sequence(), last.changes());
    }

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
