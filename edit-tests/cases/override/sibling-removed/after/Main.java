package app;

class Main {
    static class Tax { int of(int n) { return n / 10; } }
    static class City extends Tax { }
    static class Land extends Tax { @Override int of(int n) { return super.of(n) + 1; } }
    final Tax city = new City();
    final Tax land = new Land();
    String show() { return city.of(100) + "," + land.of(100); }
}
