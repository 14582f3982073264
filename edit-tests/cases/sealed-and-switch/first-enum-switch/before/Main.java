package app;

import java.util.concurrent.TimeUnit;
class Main {
    final TimeUnit unit = TimeUnit.DAYS;
    String show() { return unit.name(); }
}
