package app;

class Main {
    static class Account { int fee(int amount) { return amount / 100; } }
    static class Gold extends Account { final int bonus = 1; }
    final Account account = new Gold();
    String show() { return "" + account.fee(500); }
}
