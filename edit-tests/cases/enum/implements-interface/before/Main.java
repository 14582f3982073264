package app;

class Main {
    String show() { String s = ""; for (Unit u : Unit.values()) { s += u.describe(); } return s; }
}
