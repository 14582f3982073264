package dev.subsecond.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** How javac and Gradle find the processors. */
final class RegistrationTest {

    @Test
    void javacFindsBothProcessors() {
        assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
                .contains(HotProcessor.class, LocalMarkProcessor.class);
    }

    @Test
    void gradleMayRunThemIncrementally() throws IOException {
        try (InputStream file =
                HotProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyInAnyOrder(
                            HotProcessor.class.getName() + ",isolating",
                            LocalMarkProcessor.class.getName() + ",isolating");
        }
    }
}
