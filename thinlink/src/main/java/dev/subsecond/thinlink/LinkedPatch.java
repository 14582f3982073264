package dev.subsecond.thinlink;

import java.util.Map;
import java.util.SortedMap;

/**
 * A patch ready to be sent.
 *
 * <p>The byte arrays belong to the receiver; they are not copied.
 *
 * @param sequence the attempt it belongs to
 * @param jar the patch jar, {@code META-INF/subsecond/patch.json} first
 * @param jumpTable image address to new address of every function in the patch, both unsigned
 * @param overlay prepared classes new to the program, by binary name; they must lie in the program's overlay directory
 *     before the patch is sent
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are passed on once, compared and kept by nobody
public record LinkedPatch(long sequence, byte[] jar, SortedMap<Long, Long> jumpTable, Map<String, byte[]> overlay) {}
