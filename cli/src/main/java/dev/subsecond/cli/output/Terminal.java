package dev.subsecond.cli.output;

/** Whether somebody is looking. */
final class Terminal {
    private Terminal() {}

    /**
     * From Java 22 to 24 there is a console even when the output goes to a file, but it can be asked; before and after
     * that there is none.
     */
    @SuppressWarnings("SystemConsoleNull") // both answers are dealt with
    static boolean isInteractive() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
