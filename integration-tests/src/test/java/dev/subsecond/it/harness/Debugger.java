package dev.subsecond.it.harness;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A debugger that sets breakpoints as IDEs do: for a class and for those whose names begin with its name and {@code $},
 * loaded or not. A thread that comes to one waits there, the others go on. Closing it lets the program run on without it.
 */
public final class Debugger implements AutoCloseable {

    private static final List<String> NOT_STEPPED_INTO = List.of("java.*", "jdk.*", "sun.*", "dev.subsecond.*");

    private final VirtualMachine program;
    private final EventRequestManager requests;
    private final BlockingQueue<LocatableEvent> stops = new LinkedBlockingQueue<>();
    private final Set<ThreadReference> stopped = new HashSet<>();
    private final Thread listener = new Thread(this::listen, "debugger");

    private Debugger(VirtualMachine program) {
        this.program = program;
        this.requests = program.eventRequestManager();
        listener.start();
    }

    /** The argument for the JVM of a program that is to be debugged. */
    public static String jvmArgument() {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";
    }

    /** Where a program with that argument waits for a debugger. */
    public static int port(Served program) {
        String listening = "Listening for transport dt_socket at address: ";
        String line = program.log()
                .await(0, "the debugger's port", event -> event.text("line").startsWith(listening))
                .text("line");
        return Integer.parseInt(line.substring(listening.length()));
    }

    /** Attaches to a program. */
    public static Debugger attach(Served program) {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(c -> c.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Map.of("hostname", "127.0.0.1", "port", "" + port(program))
                .forEach((name, value) ->
                        Objects.requireNonNull(arguments.get(name), name).setValue(value));
        try {
            return new Debugger(connector.attach(arguments));
        } catch (IOException | IllegalConnectorArgumentsException e) {
            throw new AssertionError("Cannot attach\n" + program.log(), e);
        }
    }

    /** Sets a breakpoint in a line of a class and of what is nested in it. */
    public void breakAt(String className, int line) {
        for (String pattern : List.of(className, className + "$*")) {
            ClassPrepareRequest request = requests.createClassPrepareRequest();
            request.addClassFilter(pattern);
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.putProperty("line", line);
            request.enable();
        }
        program.allClasses().stream()
                .filter(c -> c.name().equals(className) || c.name().startsWith(className + "$"))
                .forEach(c -> breakIn(c, line));
    }

    private void breakIn(ReferenceType type, int line) {
        for (Location location : locations(type, line)) {
            BreakpointRequest request = requests.createBreakpointRequest(location);
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.enable();
        }
    }

    private static List<Location> locations(ReferenceType type, int line) {
        try {
            return type.isPrepared() ? type.locationsOfLine(line) : List.of();
        } catch (AbsentInformationException e) {
            return List.of();
        }
    }

    /** Forgets all breakpoints, and lets every thread go on that has stopped. */
    public void clear() {
        requests.deleteEventRequests(requests.classPrepareRequests());
        requests.deleteAllBreakpoints();
        for (LocatableEvent stop = stops.poll(); stop != null; stop = stops.poll()) {
            stop.thread().resume();
        }
        stopped.forEach(ThreadReference::resume);
        stopped.clear();
    }

    /** Waits until a thread stops where it is {@code wanted}; those that stop elsewhere go on. */
    public ThreadReference awaitStop(String where, Predicate<Location> wanted) {
        long deadline = System.nanoTime() + EventLog.PATIENCE.toNanos();
        try {
            while (true) {
                LocatableEvent stop = stops.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (stop == null) {
                    throw new AssertionError("No thread stopped " + where);
                } else if (wanted.test(stop.location())) {
                    stopped.add(stop.thread());
                    return stop.thread();
                }
                stop.thread().resume();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Lets a stopped thread go on. */
    public void resume(ThreadReference thread) {
        stopped.remove(thread);
        thread.resume();
    }

    /** Lets a stopped thread go to the next line of the program, also in what it calls; returns where it is then. */
    public Location stepInto(ThreadReference thread) {
        StepRequest request = requests.createStepRequest(thread, StepRequest.STEP_LINE, StepRequest.STEP_INTO);
        NOT_STEPPED_INTO.forEach(request::addClassExclusionFilter);
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
        resume(thread);
        try {
            return awaitStop("after a step", location -> true).frame(0).location();
        } catch (IncompatibleThreadStateException e) {
            throw new AssertionError(e);
        } finally {
            requests.deleteEventRequest(request);
        }
    }

    private void listen() {
        try {
            while (true) {
                EventSet events = program.eventQueue().remove();
                boolean goesOn = true;
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent e) {
                        breakIn(e.referenceType(), (int) e.request().getProperty("line"));
                    } else if (event instanceof StepEvent || isWanted(event)) {
                        goesOn = false;
                        stops.add((LocatableEvent) event);
                    }
                }
                if (goesOn) {
                    events.resume();
                }
            }
        } catch (InterruptedException | VMDisconnectedException closed) {
            return; // Nobody waits any more.
        }
    }

    /** Whether it is a breakpoint that was not deleted on the way. */
    private boolean isWanted(Event event) {
        return event instanceof BreakpointEvent e
                && requests.breakpointRequests().contains((BreakpointRequest) e.request());
    }

    @Override
    public void close() {
        try {
            program.dispose();
            listener.interrupt();
            listener.join();
        } catch (VMDisconnectedException e) {
            return; // The program has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
