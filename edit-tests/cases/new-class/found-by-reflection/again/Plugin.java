package app;

public class Plugin {
    @Override public String toString() { return "plug" + "in".length(); }
}
