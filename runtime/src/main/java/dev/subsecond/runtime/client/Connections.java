package dev.subsecond.runtime.client;

import dev.subsecond.runtime.Connection;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.table.HotTable;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connection of this process: a program has one dev server, whoever asks for it first. */
public final class Connections {

    private static final String ENABLED = "subsecond.enabled";

    /** The properties that stand for variables of the environment. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "subsecond.devserver", Endpoint.DEVSERVER,
            "subsecond.token", Endpoint.TOKEN,
            "subsecond.buildId", Endpoint.BUILD_ID);

    /** Guarded by this class. */
    private static @Nullable DevServerClient current;

    /** Whether the image has guards; null until a connection is asked for. Guarded by this class. */
    private static @Nullable Boolean prepared;

    private Connections() {}

    /** For a program that the server has started: the connection's end is the listener's to deal with. */
    public static synchronized void start(Endpoint endpoint, EndingListener listener) {
        current = DevServerClient.ofServedProgram(endpoint, listener);
    }

    /** Connects to the server that environment or properties name, if any. */
    public static synchronized Connection connect() {
        DevServerClient known = current;
        if (known != null && !known.isOver()) {
            return known;
        }
        Map<String, String> environment = environment();
        if (!environment.containsKey(Endpoint.DEVSERVER)) {
            return unconnected(Level.INFO, "neither SUBSECOND_DEVSERVER nor -Dsubsecond.devserver names a dev server");
        }
        try {
            return connect(Endpoint.of(environment));
        } catch (IllegalArgumentException e) {
            return unconnected(Level.WARNING, String.valueOf(e.getMessage()));
        }
    }

    /** Connects to a server. */
    public static synchronized Connection connectAt(URI uri, String token) {
        Endpoint endpoint = Endpoint.at(uri, token, environment().getOrDefault(Endpoint.BUILD_ID, ""));
        DevServerClient known = current;
        return known != null && !known.isOver() ? known : connect(endpoint);
    }

    /** The program's own code asks, and in a prepared class its first guard has run by then. Patches have guards, too. */
    private static boolean isPrepared() {
        Boolean known = prepared;
        if (known == null) {
            known = HotTable.shared().hasGuards();
            prepared = known;
        }
        return known;
    }

    private static Connection connect(Endpoint endpoint) {
        if (!turnOn()) {
            return unconnected(Level.INFO, "-D" + ENABLED + "=false keeps patching off");
        }
        DevServerClient client = DevServerClient.ofIndependentProgram(endpoint, isPrepared());
        current = client;
        return client;
    }

    /** Returns false if the command line has it off. */
    private static boolean turnOn() {
        String before = System.getProperty(ENABLED);
        if (before != null && !Boolean.parseBoolean(before)) {
            return false;
        }
        System.setProperty(ENABLED, "true");
        if (!Subsecond.isEnabled()) {
            System.clearProperty(ENABLED);
            throw new IllegalStateException(
                    "Patching is off in this program for good, because hot functions or Subsecond"
                            + " were used before Devtools connects: make Devtools.connect() the first statement of main, or"
                            + " start the program with -D" + ENABLED + "=true");
        }
        return true;
    }

    private static Connection unconnected(Level level, String why) {
        Unconnected.say(level, why);
        return Unconnected.CONNECTION;
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        PROPERTIES.forEach((property, variable) -> {
            String value = System.getProperty(property);
            if (value != null) {
                environment.put(variable, value);
            }
        });
        return environment;
    }
}
