package app;

class Account {
    int balance = 10;
    long limit;
}
