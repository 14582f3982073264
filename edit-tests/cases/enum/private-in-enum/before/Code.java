package app;

import java.util.Arrays;
enum Code {
    ONE(1), TWO(2);
    private final int n;
    Code(int n) { this.n = n; }
    private boolean is(int m) { return n == m; }
    static String find(int m) {
        return Arrays.stream(values()).filter(c -> c.is(m)).map(Enum::name).findFirst().orElse("none");
    }
}
