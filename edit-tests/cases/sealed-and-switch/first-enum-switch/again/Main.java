package app;

import java.util.concurrent.TimeUnit;
class Main {
    final TimeUnit unit = TimeUnit.DAYS;
    String show() { return switch (unit) { case DAYS -> "d"; case NANOSECONDS -> "ns"; case HOURS -> "h"; default -> unit.name() + "?"; }; }
}
