package app;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;

/** Counts visits. Others get a proxy of it, of a subclass that Spring writes while the application starts. */
@Component
@Scope(proxyMode = ScopedProxyMode.TARGET_CLASS)
public class Visits {

    private final AtomicInteger count = new AtomicInteger();

    /** One more; returns how many there were. */
    public int count() {
        return count.incrementAndGet();
    }
}
