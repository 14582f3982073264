package app;

class Main {
    private int count = 4;

    private static String tag(int n) {
        return "t" + n;
    }

    String show() {
        int step = 1;
        Object o = new Object() {
            @Override
            public String toString() {
                count++;
                String text = tag(count) + step;
                count--;
                return text;
            }
        };
        return o.toString();
    }
}
