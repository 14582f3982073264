package app;

class Main {
    static int cost(String what) {
        return switch (what) {
            case "tea" -> 2;
            case "pie" -> 5;
            default -> 0;
        };
    }
    String show() { return cost("tea") + " " + cost("cake") + " " + cost("pie"); }
}
