package app;

class Main {
    interface Text { default String get() { return "text"; } }
    static class One implements Text { }
    static class Two implements Text { public String get() { return Text.super.get() + 2; } }
    final Text[] texts = { new One(), new Two() };
    String show() { return texts[0].get() + texts[1].get(); }
}
