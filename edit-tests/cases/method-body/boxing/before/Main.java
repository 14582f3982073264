package app;

class Main {
    Integer total = 0;
    String add(Integer n) {
        total = 0;
        total += n;
        return total.toString();
    }
    String show() { return add(5); }
}
