package app;

class Main {
    static abstract class Door { abstract String open(); }
    static class Gate extends Door { String open() { return "gate"; } }
    final Door door = new Gate();
    String show() { return door.open(); }
}
