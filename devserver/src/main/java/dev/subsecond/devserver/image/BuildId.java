package dev.subsecond.devserver.image;

import dev.subsecond.runtime.wire.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;

/** Names a set of class files by its content. */
final class BuildId {

    private BuildId() {}

    /** 32 hexadecimal digits; the same for the same names and bytes. */
    static String of(SortedMap<String, byte[]> classFiles) {
        MessageDigest digest = Sha256.digest();
        classFiles.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(ByteBuffer.allocate(Integer.BYTES + 1)
                    .putInt(1, bytes.length)
                    .array());
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
