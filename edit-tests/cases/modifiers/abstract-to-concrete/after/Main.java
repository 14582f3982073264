package app;

class Main {
    static abstract class Door { String open() { return "door"; } }
    static class Gate extends Door { String open() { return super.open() + "gate"; } }
    final Door door = new Gate();
    String show() { return door.open(); }
}
