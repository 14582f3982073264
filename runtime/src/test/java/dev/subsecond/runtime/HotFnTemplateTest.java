package dev.subsecond.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ten handles differ in arity and in nothing else. After an edit of the template, {@code mvn test -pl runtime
 * -Dtest=HotFnTemplateTest -Dsubsecond.regenerate=true spotless:apply} writes them anew.
 */
class HotFnTemplateTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void everyArityIsTheTemplate(int arity) throws IOException {
        String generated = HotFnTemplate.read().source(arity);
        Path file = HotFnTemplate.file(arity);
        if (Boolean.getBoolean("subsecond.regenerate")) {
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file))
                .as("%s; see the comment of this test", file)
                .isEqualToIgnoringWhitespace(generated);
    }

    @Test
    void noOtherArityExists() {
        assertThat(HotFunction.class.getPermittedSubclasses()).hasSize(10);
        assertThat(HotFnTemplate.file(10)).doesNotExist();
    }
}
