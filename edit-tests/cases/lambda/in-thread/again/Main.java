package app;

import java.util.concurrent.*;
class Main {
    String show() {
        return CompletableFuture.supplyAsync(() -> 20).thenApply(n -> n + 2).thenCombine(CompletableFuture.completedFuture(2), (a, b) -> b - a).join() + "";
    }
}
