package app;

class Main {
    String show() { Store s = new Store();
        s.put("a");
        return s.putAll("b", "b").describe(); }
}
