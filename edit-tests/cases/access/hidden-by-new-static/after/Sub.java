package app;

class Sub extends Base {
    static String text = new String("submarine");
}
