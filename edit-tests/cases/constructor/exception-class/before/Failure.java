package app;

class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int code;
    Failure(int code, Throwable cause) {
        super("failure", cause);
        this.code = code;
    }
}
