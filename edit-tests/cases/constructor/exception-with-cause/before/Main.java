package app;

class Main {
    String show() {
        try {
            throw new Failure("f");
        } catch (Failure e) {
            return e.getMessage() + e.getCause();
        }
    }
}
