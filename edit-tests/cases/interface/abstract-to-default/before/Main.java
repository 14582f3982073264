package app;

class Main {
    interface Text { String get(); }
    static class One implements Text { public String get() { return "one"; } }
    static class Two implements Text { public String get() { return "two"; } }
    final Text[] texts = { new One(), new Two() };
    String show() { return texts[0].get() + texts[1].get(); }
}
