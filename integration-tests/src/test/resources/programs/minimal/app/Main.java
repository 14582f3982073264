package app;

public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println("up " + String.join(",", args));
        while (true) {
            say(text());
            Thread.sleep(10);
        }
    }

    private static String said = "";

    private static void say(String text) {
        if (!text.equals(said)) {
            System.out.println(text);
        }
        said = text;
    }

    private static String text() {
        return "one";
    }
}
