package app;

class Main {
    final Account account = new Account();
    String show() {
        return "" + account.balance;
    }
}
