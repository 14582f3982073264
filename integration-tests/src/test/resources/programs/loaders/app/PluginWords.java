package app;

final class PluginWords {
    static String word() {
        return "one";
    }
}
