package app;

public class Plugin {
    @Override public String toString() { return "plugin"; }
}
