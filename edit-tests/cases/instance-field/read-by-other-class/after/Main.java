package app;

class Main {
    final Account account = new Account();
    String show() {
        account.limit = 5;
        account.limit += account.balance;
        account.limit++;
        return account.balance + "/" + account.limit--;
    }
}
