package dev.subsecond.devserver.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A source as it was read at one moment.
 *
 * @param text its text
 * @param savedAt when the file got this content or this name
 */
public record SourceSnapshot(String text, Instant savedAt) {

    /**
     * Reads a source.
     *
     * @return empty if there is no such file
     * @throws CharacterCodingException if its bytes are no text in the charset
     */
    public static Optional<SourceSnapshot> read(Path file, Charset charset) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(new SourceSnapshot(text, savedAt(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The later of writing and renaming where the file system knows both: a renamed file keeps its time of writing. */
    private static Instant savedAt(Path file) throws IOException {
        FileTime written = Files.getLastModifiedTime(file);
        try {
            FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime");
            return changed.compareTo(written) > 0 ? changed.toInstant() : written.toInstant();
        } catch (UnsupportedOperationException e) {
            return written.toInstant();
        }
    }
}
