package app;

class Main {
    static class Tax { int of(int n) { return n / 10; } }
    static class City extends Tax { @Override int of(int n) { return n / 5; } }
    static class Land extends Tax { int l; }
    final Tax city = new City();
    final Tax land = new Land();
    String show() { return city.of(100) + "," + land.of(100); }
}
