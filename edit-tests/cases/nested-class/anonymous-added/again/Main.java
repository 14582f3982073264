package app;

class Main {
    private int count = 4;

    private static String tag(int n) {
        return "t" + n;
    }

    String show() {
        int step = -2;
        Object o = new Object() {
            @Override
            public String toString() {
                count += 2;
                String text = tag(count) + step;
                count -= 2;
                return text;
            }
        };
        return o.toString();
    }
}
