package app;

class Failure extends RuntimeException {
    Failure(String message) {
        super(message);
    }

    Failure(String message, Throwable cause) {
        super("wrapped " + message, cause);
    }
}
