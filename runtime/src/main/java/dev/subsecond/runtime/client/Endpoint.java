package dev.subsecond.runtime.client;

import dev.subsecond.runtime.wire.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * Where the dev server is and what opens its door.
 *
 * @param uri the server's WebSocket address
 * @param token the secret of this run
 * @param buildId the build of the image that runs
 */
public record Endpoint(URI uri, String token, String buildId) {

    /** The variable that names the server's address. */
    static final String DEVSERVER = "SUBSECOND_DEVSERVER";

    static final String TOKEN = "SUBSECOND_TOKEN";
    static final String BUILD_ID = "SUBSECOND_BUILD_ID";

    private static final String PATH = "/_subsecond";

    /**
     * Takes the endpoint from the variables that the server gives to the program it starts.
     *
     * @throws IllegalArgumentException if one is missing or wrong; the message is a sentence for the user
     */
    public static Endpoint of(Map<String, String> environment) {
        return new Endpoint(
                uri(variable(environment, DEVSERVER)), variable(environment, TOKEN), variable(environment, BUILD_ID));
    }

    /**
     * The endpoint that a program names itself.
     *
     * @throws IllegalArgumentException if the address is none of a WebSocket
     */
    static Endpoint at(URI uri, String token, String buildId) {
        if (!isWebSocket(uri)) {
            throw new IllegalArgumentException("Not a WebSocket address like ws://127.0.0.1:8080: " + uri);
        }
        return new Endpoint(uri, Objects.requireNonNull(token, "token"), buildId);
    }

    private static boolean isWebSocket(URI uri) {
        return uri.getHost() != null && ("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme()));
    }

    /** The address with what the server wants to know before it lets anyone in. */
    URI uri(long pid, long generation) {
        String query = "protocol=" + Message.PROTOCOL + "&build_id="
                + URLEncoder.encode(buildId, StandardCharsets.UTF_8) + "&pid=" + pid + "&generation=" + generation;
        String path = uri.getRawPath().length() > 1 ? uri.getRawPath() : PATH;
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path + "?" + query);
    }

    /** Leaves the token out: this is for messages. */
    @Override
    public String toString() {
        return uri.toString();
    }

    private static String variable(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "the environment variable " + name + " is not set; 'subsecond serve' sets it");
        }
        return value;
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (isWebSocket(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // the sentence below says it better
        }
        throw new IllegalArgumentException(DEVSERVER + " is not a WebSocket address like ws://127.0.0.1:8080: " + text);
    }
}
