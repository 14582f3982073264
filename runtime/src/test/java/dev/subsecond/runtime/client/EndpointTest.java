package dev.subsecond.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SUBSECOND_DEVSERVER", "ws://127.0.0.1:8080", "SUBSECOND_TOKEN", "secret", "SUBSECOND_BUILD_ID", "b1");

    @Test
    void tellsTheServerWhoComes() {
        assertThat(Endpoint.of(ENVIRONMENT).uri(42, 3))
                .hasToString("ws://127.0.0.1:8080/_subsecond?protocol=1&build_id=b1&pid=42&generation=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://127.0.0.1:8080/_subsecond", "ws://127.0.0.1:8080/", "ws://127.0.0.1:8080"})
    void pathMayBeLeftOut(String uri) {
        assertThat(Endpoint.of(with("SUBSECOND_DEVSERVER", uri)).uri(1, 0).getPath())
                .isEqualTo("/_subsecond");
    }

    @Test
    void ipv6AddressIsKept() {
        assertThat(Endpoint.of(with("SUBSECOND_DEVSERVER", "ws://[::1]:99")).uri(1, 0))
                .hasToString("ws://[::1]:99/_subsecond?protocol=1&build_id=b1&pid=1&generation=0");
    }

    @Test
    void buildIdCannotAddToTheQuery() {
        assertThat(Endpoint.of(with("SUBSECOND_BUILD_ID", "a&pid=9")).uri(1, 0).getRawQuery())
                .contains("build_id=a%26pid%3D9");
    }

    @Test
    void tokenIsNotPrinted() {
        assertThat(Endpoint.of(ENVIRONMENT)).asString().doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBSECOND_DEVSERVER", "SUBSECOND_TOKEN", "SUBSECOND_BUILD_ID"})
    void missingVariableIsNamed(String name) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.remove(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of(environment))
                .withMessageContaining(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of(with(name, " ")))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:80", "127.0.0.1:80", "ws:opaque", "ws:///path", "ws://a b", "nonsense"})
    void wrongAddressIsShown(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of(with("SUBSECOND_DEVSERVER", uri)))
                .withMessageContaining("ws://127.0.0.1:8080")
                .withMessageEndingWith(uri);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put(name, value);
        return environment;
    }
}
