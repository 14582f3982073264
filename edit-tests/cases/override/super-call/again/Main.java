package app;

class Main {
    static class Account { int fee(int amount) { return amount / 50; } }
    static class Gold extends Account { final int bonus = 1;
    @Override int fee(int amount) { return super.fee(amount) - bonus; }
 }
    final Account account = new Gold();
    String show() { return "" + account.fee(500); }
}
