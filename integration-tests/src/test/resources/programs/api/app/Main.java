package app;

import dev.subsecond.runtime.FunctionChange;
import dev.subsecond.runtime.Subsecond;
import java.util.stream.Collectors;

public final class Main {
    private static final Holder OLD = new Holder();

    public static void main(String[] args) {
        Subsecond.registerHandler(event -> Say.always("handler " + event.generation() + " "
                + event.functions().stream().map(FunctionChange::name).sorted().collect(Collectors.joining(" "))));
        Subsecond.call(() -> {
            Say.always("entered");
            while (true) {
                round(Thread.currentThread().getName());
                pause(10);
            }
        });
    }

    private static void round(String captured) throws IllegalStateException {
        Subsecond.call(() -> Say.ifNew("closure", "image in " + captured));
        Say.ifNew("arities", Arities.line(0));
        Say.ifNew("tick", GameHot.tick("me") + " version " + Command.TICK.version() + " "
                + (Command.TICK.ptrAddress().equals(Command.IMAGE) ? "image" : "patched"));
        Say.ifNew("table", Subsecond.jumpTable().map().isEmpty() ? "empty" : "filled");
        Say.ifNew("holder", OLD.describe());
        try {
            Say.ifNew("command", Command.run());
        } catch (Exception e) {
            Say.ifNew("command", "failed " + e);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
