package app;

class Main {
    private final int a = Integer.parseInt("1");
    private int counted() { return 10; }
    class Middle {
        private final int b = Integer.parseInt("2");
        class Inner {
            String text() { return a + b + counted() + Main.this.middle.inner.getClass().getSimpleName(); }
        }
        final Inner inner = new Inner();
    }
    final Middle middle = new Middle();
    String show() { return middle.inner.text(); }
}
