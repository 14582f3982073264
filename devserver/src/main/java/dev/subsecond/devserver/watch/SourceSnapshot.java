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
 * @param text its text, with replacement characters where its bytes are no text
 * @param readable whether all its bytes are text
 * @param savedAt when the file got this content or this name
 */
public record SourceSnapshot(String text, boolean readable, Instant savedAt) {

    /**
     * Reads a source.
     *
     * @return empty if there is no such file
     */
    public static Optional<SourceSnapshot> read(Path file, Charset charset) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(decode(bytes, charset, savedAt(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static SourceSnapshot decode(byte[] bytes, Charset charset, Instant savedAt) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new SourceSnapshot(text, true, savedAt);
        } catch (CharacterCodingException e) {
            return new SourceSnapshot(new String(bytes, charset), false, savedAt);
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
