package app;

class Main {
    Integer total = 0;
    String add(Integer n) {
        total = 0;
        Long big = (long) n;
        total -= n * 2;
        total <<= 1;
        total ^= big.intValue();
        return total.toString();
    }
    String show() { return add(5); }
}
