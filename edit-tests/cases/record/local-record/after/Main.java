package app;

import java.util.stream.*;
class Main {
    String show() {
        record Word(String text) {
            int weight() { return text.length() * 10 + text.indexOf("a"); }
        }
        return Stream.of("aa", "b").map(Word::new).map(Word::weight).map(String::valueOf).collect(Collectors.joining("+"));
    }
}
