package app;

class Main {
    String show() {
        try {
            return new Sub(-1).text;
        } catch (IllegalArgumentException e) {
            return e.getMessage() + " at line " + e.getStackTrace()[0].getLineNumber();
        }
    }
}
