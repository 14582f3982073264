package dev.subsecond.devserver.serve;

import dev.subsecond.runtime.wire.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.java_websocket.WebSocket;

/**
 * Processes that run the same build as the program and were started by it, or by somebody else who knows the token. They
 * get what has become live in the program: what they have missed when they come, and the rest as it happens. Not
 * thread-safe.
 */
final class Guests {

    private final PatchLog log = new PatchLog();

    /** The process of each connection. */
    private final Map<WebSocket, Long> pids = new HashMap<>();

    /** The processes that were not prepared: what is linked for the program does not fit them. */
    private final Map<Long, WebSocket> unprepared = new HashMap<>();

    /** Lets a process in that was not prepared; false if it is there already. */
    boolean welcomeUnprepared(WebSocket connection, Message.Hello hello) {
        if (unprepared.containsKey(hello.pid())) {
            return false;
        }
        unprepared.put(hello.pid(), connection);
        return SocketServer.send(connection, SocketServer.welcomeTo(hello));
    }

    /** Sends to a process that was not prepared; false if it is not connected. */
    boolean sendTo(long pid, Message message) {
        WebSocket connection = unprepared.get(pid);
        return connection != null && SocketServer.send(connection, message);
    }

    /** Lets a process in, unless the sentence says why not. */
    Optional<String> welcome(WebSocket connection, Message.Hello hello) {
        if (!log.has(hello.generation())) {
            return Optional.of(
                    "Process %d has had patches that this server knows nothing of; restart it.".formatted(hello.pid()));
        }
        pids.put(connection, hello.pid());
        SocketServer.send(connection, SocketServer.welcomeTo(hello));
        log.after(hello.generation()).forEach(change -> SocketServer.send(connection, change));
        return Optional.empty();
    }

    /** Something has become live in the program. */
    void share(Message change) {
        log.add(change);
        pids.keySet().forEach(connection -> SocketServer.send(connection, change));
    }

    /** The process of a connection, if it is one of theirs. */
    Optional<Long> pid(WebSocket connection) {
        return Optional.ofNullable(pids.get(connection)).or(() -> unpreparedPid(connection));
    }

    private Optional<Long> unpreparedPid(WebSocket connection) {
        return unprepared.entrySet().stream()
                .filter(e -> e.getValue().equals(connection))
                .map(Map.Entry::getKey)
                .findAny();
    }

    void gone(WebSocket connection) {
        pids.remove(connection);
        unprepared.values().remove(connection);
    }

    /** Another program starts: nothing of what was, and nobody who was there, belongs to it. Returns who is to leave. */
    List<WebSocket> startAnew() {
        List<WebSocket> leaving = new ArrayList<>(pids.keySet());
        leaving.addAll(unprepared.values());
        pids.clear();
        unprepared.clear();
        log.clear();
        return leaving;
    }
}
