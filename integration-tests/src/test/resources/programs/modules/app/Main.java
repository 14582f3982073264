package app;

import core.Shop;

public class Main {

    public static void main(String[] args) throws InterruptedException {
        while (true) {
            System.out.println(line());
            Thread.sleep(20);
        }
    }

    private static String line() {
        return Shop.open(Label.TEXT);
    }
}
