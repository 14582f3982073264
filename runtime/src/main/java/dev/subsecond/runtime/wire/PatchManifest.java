package dev.subsecond.runtime.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The table of contents of a patch jar.
 *
 * @param format the version of this format, {@link #FORMAT}
 * @param buildId the build of the image that the patch is for
 * @param sequence the number of the patch
 * @param functions new code of functions; an unmodifiable copy
 * @param families added virtual methods; an unmodifiable copy
 * @param classes the classes of the jar in the order in which they can be defined; an unmodifiable copy
 * @param handles the members that the code reaches through handles, by index; an unmodifiable copy
 * @param onPatch all methods with {@code @OnPatch} that the program has once this patch is committed, in the order in which
 *     they are called; an unmodifiable copy
 */
public record PatchManifest(
        int format,
        String buildId,
        long sequence,
        List<FunctionPatch> functions,
        List<FamilyPatch> families,
        List<PatchClass> classes,
        List<HandleRef> handles,
        List<OnPatchMethod> onPatch) {

    /** The format that this version reads and writes. */
    public static final int FORMAT = 1;

    /** Where the manifest lies in the jar. */
    public static final String ENTRY = "META-INF/subsecond/patch.json";

    /** Copies the lists. */
    public PatchManifest {
        functions = List.copyOf(functions);
        families = List.copyOf(families);
        classes = List.copyOf(classes);
        handles = List.copyOf(handles);
        onPatch = List.copyOf(onPatch);
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException if the bytes are not a manifest of this format; the message says what is wrong
     */
    public static PatchManifest parse(byte[] json) {
        Object value = Json.read(json, "a patch manifest");
        PatchManifest manifest = Records.read(value, PatchManifest.class, "a patch manifest");
        if (manifest.format != FORMAT) {
            throw new IllegalArgumentException(
                    "The patch has format " + manifest.format + ", this runtime reads " + FORMAT);
        }
        return manifest;
    }

    /** This manifest as JSON in UTF-8. */
    public byte[] toJson() {
        return Json.write(json -> Records.write(json, this)).getBytes(StandardCharsets.UTF_8);
    }
}
