package app;

class Main {
    enum Level { LOW, HIGH { int unused; }; String text() { return name().toLowerCase(); } }
    String show() { StringBuilder s = new StringBuilder(); for (Level l : Level.values()) { s.append(l.text()); } return s.toString(); }
}
