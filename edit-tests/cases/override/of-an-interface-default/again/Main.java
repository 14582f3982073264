package app;

class Main {
    interface Greeter { default String greet() { return "hello"; } }
    static class Polite implements Greeter { final String who = "you";
    public String greet() { return Greeter.super.greet() + ", " + who.length(); }
 }
    final Greeter greeter = new Polite();
    String show() { return greeter.greet(); }
}
