package dev.subsecond.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchManifestTest {

    private static final MethodRef BODY = new MethodRef("app.Game$$Hot3", "tick", "(Lapp/Game;)V");

    private static final PatchManifest MANIFEST = new PatchManifest(
            PatchManifest.FORMAT,
            "b1",
            3,
            List.of(new FunctionPatch(
                    "0x8000000000000001",
                    "0x8000000000000002",
                    "0x8000000000000005",
                    "app.Game",
                    "tick",
                    "()V",
                    false,
                    false,
                    true,
                    BODY,
                    List.of(new VersionBody("0x8000000000000001", BODY)))),
            List.of(new FamilyPatch(
                    "0x8000000000000003",
                    "app.Shape",
                    "area",
                    "()D",
                    List.of(
                            new FamilyMember("app.Shape", "0x8000000000000004", false),
                            new FamilyMember("app.Circle", null, true)))),
            List.of(new PatchClass("app.Game$$Hot3", "app.Game", 1234, "ab")),
            Stream.of(HandleKind.values())
                    .map(kind -> new HandleRef(kind, "app.Game", "app.World", "m", "()V"))
                    .toList(),
            List.of(
                    new OnPatchMethod("app.Game", "migrate", null),
                    new OnPatchMethod("app.Game", "added", "0x8000000000000006")));

    @Test
    void readsWhatItWrites() {
        assertThat(PatchManifest.parse(MANIFEST.toJson())).isEqualTo(MANIFEST);
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(parse(json().replaceFirst("\\{", "{\"later\":{\"a\":[1]},"))).isEqualTo(MANIFEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"format\":1          | \"format\":2          | format 2",
                "\"buildId\":\"b1\"    | \"buildId\":null      | buildId",
                "\"buildId\":\"b1\",   | ~~                    | buildId",
                "\"buildId\":\"b1\"    | \"buildId\":7         | String",
                "\"sequence\":3        | \"sequence\":\"3\"    | long",
                "\"sequence\":3        | \"sequence\":3.5      | long",
                "\"sequence\":3        | \"sequence\":99999999999999999999 | out of range",
                "\"isStatic\":false    | \"isStatic\":0        | boolean",
                "\"isStatic\":false    | \"isStatic\":null     | isStatic",
                "\"INVOKE_VIRTUAL\"    | \"INVOKE_DYNAMIC\"    | HandleKind",
                "\"INVOKE_VIRTUAL\"    | 3                     | HandleKind",
                "\"families\":[        | \"families\":[null,   | families",
                "\"families\":[        | \"families\":[[],     | FamilyPatch",
                "\"length\":1234       | \"length\":1234,\"length\":5 | Duplicate",
            })
    void wrongFieldIsNamed(String right, String wrong, String message) {
        String json = json().replace(right, wrong);
        assertThat(json).isNotEqualTo(json());
        assertThatIllegalArgumentException().isThrownBy(() -> parse(json)).withMessageContaining(message);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] json = json().replace("b1", "b\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        assertThatIllegalArgumentException().isThrownBy(() -> PatchManifest.parse(json));
    }

    private static String json() {
        return new String(MANIFEST.toJson(), StandardCharsets.UTF_8);
    }

    private static PatchManifest parse(String json) {
        return PatchManifest.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
