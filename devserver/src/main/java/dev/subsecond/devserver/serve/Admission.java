package dev.subsecond.devserver.serve;

import dev.subsecond.runtime.wire.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.java_websocket.handshake.Handshakedata;

/** Decides who may connect. The answers are sentences for the other side's user. */
final class Admission {

    static final String PATH = "/_subsecond";

    private final Token token;

    Admission(Token token) {
        this.token = token;
    }

    /** Whether a handshake comes from somebody who was given the token, and not from a web page. */
    boolean trusts(Handshakedata request) {
        return !request.hasFieldValue("Origin") && token.isIn(request.getFieldValue("Authorization"));
    }

    /** Why a trusted peer is not the program that this server waits for; empty if it seems to be. */
    Optional<String> objection(String resource, Expected expected) {
        URI uri = parse(resource);
        if (!PATH.equals(uri.getPath())) {
            return Optional.of("This server has nothing at " + uri.getPath() + "; programs connect to " + PATH + ".");
        }
        Map<String, String> query = query(uri);
        return objection(query.getOrDefault("protocol", "none"), query.getOrDefault("build_id", ""), expected);
    }

    /** The same for what the program says of itself. */
    Optional<String> objection(Message.Hello hello, Expected expected) {
        return objection(String.valueOf(hello.protocol()), hello.buildId(), expected);
    }

    private static Optional<String> objection(String protocol, String buildId, Expected expected) {
        if (!protocol.equals(String.valueOf(Message.PROTOCOL))) {
            return Optional.of(("This server speaks protocol %d, the program speaks %s; "
                            + "use the same version of Subsecond for both.")
                    .formatted(Message.PROTOCOL, protocol));
        }
        if (!buildId.equals(expected.buildId())) {
            return Optional.of("The program was started from another build than the one that is served; restart it.");
        }
        return Optional.empty();
    }

    private static URI parse(String resource) {
        try {
            return new URI(resource);
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }

    private static Map<String, String> query(URI uri) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, second) -> first));
    }
}
