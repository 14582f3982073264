package app;

class Main {
    String show() {
        try {
            throw new Failure("f", new IllegalStateException("c"));
        } catch (Failure e) {
            return e.getMessage() + e.getCause();
        }
    }
}
